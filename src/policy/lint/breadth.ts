import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { isEveryAction } from "./actions.js";
import { allowsOnEvery, denies, includes, isOnAll } from "./allowed.js";
import { escalatingActions } from "./escalations.js";
import { suspicious } from "./finding.js";
import { listed } from "./listed.js";
import type { Policy, Statement } from "./policy.js";

interface Power {
  /** Kinds of resource it must reach, any of them. */
  readonly on: readonly string[];
  readonly why: string;
}

/** Services whose every action together amount to full access. */
const powerful: ReadonlyMap<string, Power> = new Map([
  [
    "iam:*",
    {
      on: ["iam:role/", "iam:user/", "iam:group/", "iam:policy/"],
      why: "people can give themselves any permission",
    },
  ],
  [
    "organizations:*",
    {
      on: ["organizations:account/"],
      why: "people can move and close accounts and take away every service control policy",
    },
  ],
  [
    "sso:*",
    {
      on: ["sso:permissionSet/"],
      why: "people can grant themselves any permission set in any account",
    },
  ],
]);

/** True when an action of a statement on every resource is reported as full access. */
export function isFullAccess(statement: Statement, action: string): boolean {
  return isEveryAction(action) ? isOnAll(statement) : powerful.has(action.toLowerCase());
}

/** A policy that allows everything says so by its name. */
export function notEverythingIsAllowed(policy: Policy): readonly Diagnostic[] {
  return policy.statements.flatMap((statement) => {
    const all = statement.actions.find(({ text }) => isEveryAction(text));
    if (all !== undefined && statement.effect === "Allow" && isOnAll(statement)) {
      const hint = "list the actions meant, or use the managed policy AdministratorAccess, which says so";
      return [
        suspicious("IDC340", 'Action "*" on Resource "*" is full access to the account', all.span, hint),
      ];
    }
    return statement.actions.flatMap(({ text, span }) => {
      const power = powerful.get(text.toLowerCase());
      if (power === undefined || !power.on.some((kind) => allowsOnEvery(statement, kind))) return [];
      if (denies(policy, text)) return [];
      const message = `"${text}" on every resource is as good as full access: ${power.why}`;
      return [suspicious("IDC340", message, span, "list the actions meant")];
    });
  });
}

/** An Allow lists what it allows: `NotAction` allows all that AWS will ever add. */
export function allowsAreListed(policy: Policy): readonly Diagnostic[] {
  return policy.statements.flatMap((statement) => {
    const [first] = statement.notActions;
    if (first === undefined || statement.effect !== "Allow" || !isOnAll(statement)) return [];
    const risky = escalatingActions.filter((a) => includes(statement, a) && !denies(policy, a));
    const among = risky.length === 0 ? "" : `, among them ${listed(risky)}`;
    const message = `NotAction in an Allow allows every other action of AWS, now and later${among}`;
    return [suspicious("IDC341", message, first.span, "list the actions meant under Action")];
  });
}
