/** What a code stands for, in the words of docs/diagnostics.md. */
export interface CodeEntry {
  readonly title: string;
  /** What it means and what to do. */
  readonly explanation: string;
}

/** Every code this program prints. A test proves that no other is used and that none is unused. */
export const codes: Readonly<Record<string, CodeEntry>> = {
  IDC101: {
    title: "YAML syntax",
    explanation: "The file is not YAML 1.2. Nothing else is checked until it parses.",
  },
  IDC102: { title: "File cannot be read", explanation: "The file does not exist or is not readable." },
  IDC103: {
    title: "JSON syntax",
    explanation: "A directory snapshot is not JSON. Write it again with identity resolve.",
  },
  IDC104: {
    title: "Duplicate key",
    explanation: "YAML would silently keep one of the two, and lose the access of the other.",
  },
  IDC105: { title: "Undefined alias", explanation: "An alias needs an anchor before it in the same file." },
  IDC106: {
    title: "Unknown YAML tag",
    explanation:
      "Tags such as !terraform.state stand for values that only other tools know. Write the value. Tags are never executed.",
  },
  IDC107: {
    title: "Import does not exist",
    explanation:
      "Imports are relative to the base folder; .yaml is added; ./ and ../ are relative to the file.",
  },
  IDC108: { title: "Import cycle", explanation: "A file imports itself, perhaps through others." },
  IDC109: {
    title: "Import leaves the base folder",
    explanation: "Only files below the base folder are read.",
  },
  IDC110: {
    title: "Import glob matches nothing",
    explanation: "As in Atmos, a pattern must match at least one file.",
  },
  IDC111: {
    title: "Optional import is absent",
    explanation: "skip_if_missing is set and the file is not there.",
  },
  IDC112: { title: "Not a map", explanation: "A catalog file is a map of keys." },
  IDC201: { title: "Invalid value", explanation: "A value is outside what its key allows." },
  IDC202: {
    title: "Unknown key",
    explanation: "A misspelt key would grant nothing, silently. It is an error wherever it could be one.",
  },
  IDC203: {
    title: "A number where text belongs",
    explanation: "YAML reads 012345678901 as a number. Quote it.",
  },
  IDC204: { title: "Sandbox seed", explanation: "The seed file of the sandbox has the wrong shape." },
  IDC205: {
    title: "Directory snapshot",
    explanation: "The snapshot has the wrong shape. Write it again with identity resolve.",
  },
  IDC206: { title: "Missing key", explanation: "A required key is absent." },
  IDC207: {
    title: "Wrong kind of value",
    explanation: "A list, map or text was expected. A key without a value is null.",
  },
  IDC208: {
    title: "Component",
    explanation:
      "The file must have exactly one real, enabled aws-sso component, or --component chooses one.",
  },
  IDC209: {
    title: "No effect",
    explanation: "The key belongs to the reference component and changes nothing here.",
  },
  IDC210: {
    title: "Ignored key",
    explanation: "An unknown key in the component's vars. Check its spelling.",
  },
  IDC211: { title: "Workflow file", explanation: "A named workflow does not exist or has the wrong shape." },
  IDC301: {
    title: "Unknown account",
    explanation: "The name is not in the account map or the organization.",
  },
  IDC302: {
    title: "Unknown permission set",
    explanation: "It is neither a stock set nor defined under permission_sets.",
  },
  IDC303: {
    title: "Terraform set without a backend",
    explanation:
      "TerraformPlanAccess, TerraformApplyAccess and TerraformStateAccess exist only when tf_access_bucket_arn and tf_access_role_arn are set.",
  },
  IDC304: { title: "Not an account id", explanation: "Account ids are 12 digits, in quotes." },
  IDC305: { title: "Unknown account type", explanation: "It is not defined under account_types." },
  IDC306: {
    title: "Account type matches nothing",
    explanation: "A type without accounts would silently grant nothing.",
  },
  IDC307: {
    title: "Glob matches nothing",
    explanation: "Globs are case-sensitive and cover the whole name.",
  },
  IDC308: { title: "Listed twice", explanation: "It is one grant or group all the same." },
  IDC309: { title: "Grants nothing", explanation: "An empty account, groups, users or permission_sets." },
  IDC310: {
    title: "Permission set name",
    explanation: "1 to 32 of A-Z a-z 0-9 _ + = , . @ - and not reserved by AWS or Control Tower.",
  },
  IDC311: {
    title: "Permission set field",
    explanation:
      "A description, relay state or number of policies that AWS refuses, though the provider's plan accepts it.",
  },
  IDC312: { title: "Session duration", explanation: "ISO-8601, from PT1H to PT12H." },
  IDC313: { title: "Policy", explanation: "An inline policy or boundary that AWS refuses." },
  IDC314: { title: "Permission set made twice", explanation: "Two keys (backends, teams) give one name." },
  IDC315: {
    title: "Permission set name too long",
    explanation: "Names made from a team or backend key have 32 characters too.",
  },
  IDC316: {
    title: "Accounts not checked",
    explanation:
      "There is no account map and no directory snapshot, so names of accounts could not be checked.",
  },
  IDC317: {
    title: "Managed policy",
    explanation:
      "Not an AWS managed policy of this partition, not one that AWS's list knows, or a customer managed policy with a name or path that IAM refuses.",
  },
  IDC318: {
    title: "Two names for one account",
    explanation: "Accounts are compared by id; grants of both names add up.",
  },
  IDC319: {
    title: "Tag",
    explanation: "A tag AWS refuses, or an empty value, with which the provider loses all tags of the set.",
  },
  IDC320: {
    title: "Account name of several accounts",
    explanation:
      "AWS Organizations allows two accounts of one name. Which one is meant cannot be known, and it is never both.",
  },
  IDC321: {
    title: "Principal name",
    explanation: "White space at an end or an invisible character: it would never match the directory.",
  },
  IDC322: { title: "Name pattern", explanation: "A pattern or template without its %s, or a missing one." },
  IDC323: {
    title: "Group created and synced",
    explanation: "A group belongs either to groups or to idp_groups.",
  },
  IDC324: { title: "Suspended account left out", explanation: "Account types skip suspended accounts." },
  IDC325: {
    title: "Address collision",
    explanation: "Two objects would share one Terraform address, and one would be lost.",
  },
  IDC326: { title: "One principal, two names", explanation: "The directory gives both names the same id." },
  IDC401: {
    title: "Missing group",
    explanation:
      "A group that is granted something, or required, is not in Identity Center. Names are case-sensitive. Create it in the identity provider and push it, or list it under groups.",
  },
  IDC402: {
    title: "Missing user",
    explanation: "A user that is granted something is not in Identity Center.",
  },
  IDC403: {
    title: "Account disagrees with the organization",
    explanation:
      "The account map has an id that the organization does not have, that is closed or suspended, or that has another name there. An error where something is granted, else a warning.",
  },
  IDC404: {
    title: "Management account out of reach",
    explanation: "A delegated administrator cannot grant in the management account.",
  },
  IDC405: {
    title: "Placeholder",
    explanation: "Example account ids and ARNs deploy only to an endpoint on this machine.",
  },
  IDC406: {
    title: "State of another instance",
    explanation:
      "The Terraform state belongs to another Identity Center than the one that answers. Nothing was changed.",
  },
  IDC407: {
    title: "Group to create is synced",
    explanation: "The identity provider already pushes a group of this name: Terraform would take it over.",
  },
  IDC408: {
    title: "Same access deleted and created",
    explanation:
      "A group was renamed. Terraform would create or adopt the assignment under its new name, and delete it under the old one: the access would be lost.",
  },
  IDC409: { title: "Not approved", explanation: "The answer was not yes, or there was nobody to ask." },
  IDC410: {
    title: "Disabled with a state",
    explanation:
      "enabled: false declares nothing, so a deploy removes every permission set and grant that was deployed before.",
  },
  IDC500: { title: "AWS refused a call", explanation: "An error of AWS that has no better explanation." },
  IDC501: {
    title: "No AWS credentials",
    explanation: "Nothing in the environment, the configuration or the machine gives credentials.",
  },
  IDC502: { title: "AWS session expired", explanation: "Sign in again, for instance with aws sso login." },
  IDC503: {
    title: "AWS credentials refused",
    explanation: "They are wrong, or the clock of this machine is.",
  },
  IDC504: {
    title: "Access denied",
    explanation: "The credentials lack a permission, which the message names.",
  },
  IDC505: {
    title: "No Identity Center here",
    explanation: "It is not enabled in this region; it may be in another.",
  },
  IDC506: { title: "AWS cannot be reached", explanation: "Network, DNS, TLS, or AWS_ENDPOINT_URL." },
  IDC507: { title: "Not an organization", explanation: "The account belongs to no AWS organization." },
  IDC508: {
    title: "Neither management nor delegated account",
    explanation: "Only those read the organization and Identity Center.",
  },
  IDC509: { title: "Throttled", explanation: "AWS kept refusing for its request rate, through all retries." },
  IDC510: {
    title: "Terraform failed",
    explanation: "The message carries Terraform's own words; the log file has all of them.",
  },
  IDC511: {
    title: "Terraform is missing",
    explanation: "Install Terraform 1.10 or newer and have it on PATH.",
  },
  IDC512: { title: "Terraform is too old", explanation: "1.10 or newer is needed." },
  IDC513: {
    title: "AWS provider is missing",
    explanation: "Neither the registry nor a mirror gives AWS provider 5.100.0 with the recorded checksum.",
  },
  IDC514: { title: "State is locked", explanation: "Another run holds the lock; the message says whose." },
  IDC515: {
    title: "Saved plan is stale",
    explanation: "The state changed since the plan was made. Plan again.",
  },
  IDC516: { title: "Terraform has no credentials", explanation: "The provider found none, or expired ones." },
  IDC517: {
    title: "Check in the configuration failed",
    explanation:
      "The expected instance was not there, or a delegated administrator would grant in the management account.",
  },
  IDC518: {
    title: "Interrupted",
    explanation: "Terraform was stopped in order; what was done is in the state.",
  },
  IDC519: {
    title: "State backend changed",
    explanation: "The working folder was initialized for another backend. Never reconfigured silently.",
  },
  IDC520: { title: "Run cannot be read", explanation: "run.json is damaged or of another version." },
  IDC521: { title: "Plan file changed", explanation: "It is not the one that was reviewed, or it is gone." },
  IDC522: { title: "Catalog changed", explanation: "The catalog is not the one the run was planned from." },
  IDC523: {
    title: "Run of another instance",
    explanation: "The run was planned for another Identity Center.",
  },
  IDC524: { title: "Run already applied", explanation: "A run is applied once." },
  IDC525: { title: "Run of another stack", explanation: "Name the stack with --stack." },
  IDC526: { title: "Another Terraform", explanation: "A plan is applied by the version that made it." },
  IDC527: { title: "No such run", explanation: "Plan first; runs are in .identity/runs." },
  IDC528: {
    title: "AWS changed since the plan",
    explanation: "Accounts, groups or users the catalog uses are not what they were.",
  },
  IDC529: {
    title: "Not what was applied",
    explanation: "A plan right after the apply found changes: somebody else may be at work.",
  },
  IDC530: {
    title: "Sandbox cannot start",
    explanation:
      "Its port or its state file is in use, or the state file is damaged; the message says which.",
  },
  IDC901: {
    title: "Unexpected error",
    explanation: "A mistake of the program itself. Run again with --verbose and report it.",
  },
};
