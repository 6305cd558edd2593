// Style sheets are bundled as their text (see build.mjs).
declare module "*.css" {
  const text: string;
  export default text;
}
