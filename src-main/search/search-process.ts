// Keeps the search index in a process of its own.
export {};
