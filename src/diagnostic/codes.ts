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
    explanation: "Not an AWS managed policy of this partition, or not one that AWS's list knows.",
  },
  IDC318: {
    title: "Two names for one account",
    explanation: "Accounts are compared by id; grants of both names add up.",
  },
  IDC319: {
    title: "Tag",
    explanation: "A tag AWS refuses, or an empty value, with which the provider loses all tags of the set.",
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
  IDC901: {
    title: "Unexpected error",
    explanation: "A mistake of the program itself. Run again with --verbose and report it.",
  },
};
