// Reads pictures in a process of its own.
export {};
