// The part of the database under the embedded store that tests have fail.
declare module 'leveldown' {
  const leveldown: { readonly prototype: object };
  export default leveldown;
}
