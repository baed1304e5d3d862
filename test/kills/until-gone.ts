// Work in a window that will be killed under it.

/** The kill takes the window away under whatever is being done: that one failure is expected, any other is not. */
export const untilGone = async (work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (problem) {
    if (!(problem instanceof Error) || !/closed|crashed|disconnected|ECONNRESET|Target/i.test(problem.message))
      throw problem;
  }
};
