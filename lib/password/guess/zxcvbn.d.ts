// The package names these files without an ending, which Node does not resolve.
declare module "@zxcvbn-ts/core/dist/Matching.mjs" {
  export { default } from "@zxcvbn-ts/core/dist/Matching";
}
declare module "@zxcvbn-ts/core/dist/scoring/index.mjs" {
  export { default } from "@zxcvbn-ts/core/dist/scoring/index";
}
