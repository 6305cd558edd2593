// What the build packs into the script (see bundling.mjs).
declare module "packed:core" {
  const base64: string;
  export default base64;
}
declare module "packed:worker" {
  const script: string;
  export default script;
}
