// The sync server starts here.
export {};
