import { startPostgres } from "../postgres/start";

const [folder = "", port] = process.argv.slice(2);
const { url } = await startPostgres({ folder, port: Number(port), fast: true });
console.log(`ready ${url}`);
