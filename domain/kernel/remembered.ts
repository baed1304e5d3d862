// Answers of a pure function that is asked the same again and again, kept by its text; so many at most, then it begins anew.
export const remembered = <V>(most: number, answer: (text: string) => V): ((text: string) => V) => {
  const known = new Map<string, V>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = answer(text);
    if (known.size >= most) known.clear();
    known.set(text, now);
    return now;
  };
};
