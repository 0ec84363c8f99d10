import type { IResolvable, IResolveContext } from "#cdktf";

/** JSON that CDKTF passes through unread. */
export interface PlainData extends IResolvable {
  toJSON(): object;
}

/**
 * Wraps JSON that holds no CDKTF token. CDKTF walks three times through every text it is given to look for
 * tokens, which with thousands of assignments is most of the time that synth takes; this it takes whole.
 */
export function plainData(data: object): PlainData {
  const whole: PlainData = {
    creationStack: [],
    resolve: (context: IResolveContext) => {
      context.registerPostProcessor({ postProcess: () => whole });
      return {};
    },
    toJSON: () => data,
    toString: () => "plain data",
  };
  return whole;
}
