export default function Home() {
  return <h1>Signed in</h1>;
}
