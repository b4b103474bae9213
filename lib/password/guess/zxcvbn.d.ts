// The package types these files by their names without an ending, by which Node does not find them.
declare module "@zxcvbn-ts/core/dist/Matching.mjs" {
  export { default } from "@zxcvbn-ts/core/dist/Matching";
}
declare module "@zxcvbn-ts/core/dist/scoring/index.mjs" {
  export { default } from "@zxcvbn-ts/core/dist/scoring/index";
}
