// What a person set again: fields that they left alone are not among it.

/** Without what was not said: it stays as it stands. */
export const onlySaid = <S extends object>(set: S): S => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only members that may be absent are left out
  return Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)) as S;
};
