// The types that pouchdb-adapter-idb does not bring: it is a plugin and nothing else.
declare module 'pouchdb-adapter-idb' {
  const plugin: PouchDB.Plugin;
  export default plugin;
}
