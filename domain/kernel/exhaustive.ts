// Closes a switch: the compiler complains here when a case is missing.

export const exhaustive = (value: never): never => {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
};
