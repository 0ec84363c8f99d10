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
  IDC113: {
    title: "File too large",
    explanation:
      "A file has at most 10 MB, and a catalog with its imports 20 MB. Larger files are refused before they are read.",
  },
  IDC114: {
    title: "Not UTF-8",
    explanation:
      "Names would silently change if bytes were guessed at. Save the file as UTF-8, with or without a byte order mark.",
  },
  IDC115: {
    title: "Character not allowed",
    explanation:
      "YAML forbids control characters in a file, and programs disagree about a carriage return on its own. What one sees another may not.",
  },
  IDC116: {
    title: "Too much of it",
    explanation:
      "Deeper nesting, more text, more values behind aliases, or more imports than any real catalog has. The bounds keep a small file from taking all memory.",
  },
  IDC117: {
    title: "Name that YAML can read otherwise",
    explanation:
      "Written without quotes, a name such as 1e3, null, on or 2026-01-01 is a number, nothing, a boolean or a date to other programs. It is taken as the text it is; quotes make that sure everywhere.",
  },
  IDC118: {
    title: "Import pattern",
    explanation:
      "Patterns have *, ?, **, [a-z] and {one,two}. Wildcards do not match names that begin with a dot.",
  },
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
  IDC327: {
    title: "Set for another session",
    explanation:
      "session_durations gives an account type another session length than the permission set has. The assignments there use a copy of the set with a suffix, such as ReadOnlyAccess-4h, so that sets in use never change.",
  },
  IDC328: {
    title: "End of an assignment",
    explanation:
      "expires_at is a date, which means 00:00 UTC of it, or a timestamp with its zone. Anything else could end access at another time than was meant.",
  },
  IDC329: {
    title: "Session of a Terraform set",
    explanation:
      "The names of the Terraform sets stand in the trust policy of the state backend's role, so there can be no copy with another session length.",
  },
  IDC330: {
    title: "Version of a policy",
    explanation:
      "Without Version, or with 2008-10-17, AWS takes policy variables as plain text. Write 2012-10-17.",
  },
  IDC331: {
    title: "Form of an action",
    explanation:
      "An action is service:Name. The name may have wildcards, the service may not; * alone is every action.",
  },
  IDC332: {
    title: "Unknown action",
    explanation:
      "The service or the action is not in AWS's list, as shipped and dated here, so the statement does nothing. A wildcard that covers no action does nothing either.",
  },
  IDC333: {
    title: "Form of a resource",
    explanation: "A resource is * or an ARN with all six parts, whose service is written in full.",
  },
  IDC334: {
    title: "Resource of another partition",
    explanation: "AWS refuses a policy that names a partition other than the account's.",
  },
  IDC335: {
    title: "Unknown condition operator",
    explanation: "AWS refuses an operator it does not have. Null takes no IfExists.",
  },
  IDC336: {
    title: "Form of a condition key",
    explanation: "A condition key has a prefix, aws: or a service, and AWS refuses one without it.",
  },
  IDC337: {
    title: "Unknown condition key",
    explanation:
      "It is not in AWS's list, as shipped and dated here. An Allow with it never applies, a Deny may never apply.",
  },
  IDC338: {
    title: "Condition key of another service",
    explanation: "No action of the statement has this key, so there is nothing to compare.",
  },
  IDC339: {
    title: "Operator of another type",
    explanation: "A key of text is not compared as a number, a date or an address.",
  },
  IDC340: {
    title: "Full access",
    explanation:
      "Everything is allowed, or everything in iam, organizations or sso, which amounts to the same. The managed policy AdministratorAccess says so by its name.",
  },
  IDC341: {
    title: "NotAction in an Allow",
    explanation: "It allows all that it does not list, also what AWS adds later.",
  },
  IDC342: {
    title: "Way to more access",
    explanation:
      "Whoever holds these actions on every resource can get permissions that nobody gave them: change policies, take credentials, pass or enter any role. A Condition, or a Deny without one, settles it.",
  },
  IDC343: {
    title: "Root session without a task",
    explanation:
      "sts:AssumeRoot opens short root sessions in member accounts. A condition on sts:TaskPolicyArn says for which tasks.",
  },
  IDC344: {
    title: "Set that only denies",
    explanation: "Its one policy has no Allow, so whoever gets the set can do nothing.",
  },
  IDC345: {
    title: "Name the state backend does not trust",
    explanation:
      "The role of a state backend lets in permission sets by name: TerraformPlanAccess, TerraformApplyAccess, TerraformStateAccess. Another name is refused until the trust policy lists it.",
  },
  IDC346: {
    title: "Management account refused",
    explanation:
      "management_account.allow is false, and something is granted there, or nothing says which account it is.",
  },
  IDC347: {
    title: "Quota of Identity Center",
    explanation:
      "AWS allows 100 groups per permission set and account, 500 permission sets per account and 3,500 per instance. The last two can be raised; the provider notices none of them in a plan.",
  },
  IDC348: {
    title: "Two sessions of one set",
    explanation:
      "A principal has a permission set and its copy with another session length in one account, so the longer session is open to it.",
  },
  IDC350: {
    title: "Assignment ends",
    explanation:
      "expires_at is over, so nothing is granted, or near. Nothing is revoked in AWS until the next deploy.",
  },
  IDC351: {
    title: "Organizational unit",
    explanation:
      "A path of names from the root, such as /Platform/Prod, or an id. A unit that does not exist, or has no account, would silently grant nothing.",
  },
  IDC352: {
    title: "More managed policies than IAM's default",
    explanation:
      "AWS allows 25 managed policies in a permission set, but a role takes 10 until the quota is raised in every account the set is assigned in.",
  },
  IDC360: {
    title: "Ignore comment without a reason",
    explanation:
      "A comment such as # identity-ignore IDC308 silences a warning only with a reason after the code, which reports repeat.",
  },
  IDC361: {
    title: "Error cannot be ignored",
    explanation: "A comment silences warnings and infos. Correct the error, and remove the comment.",
  },
  IDC362: {
    title: "Ignore comment without a finding",
    explanation:
      "Nothing of this code was found on the line that the comment speaks of, its own or the one below a comment that stands alone. Remove it, lest it hide a later mistake.",
  },
  IDC363: {
    title: "Ignore comment not understood",
    explanation:
      "Write # identity-ignore CODE reason, with commas between several codes. Findings about these comments cannot be ignored themselves.",
  },
  IDC375: {
    title: "Not a Terraform address",
    explanation:
      "moves.yaml names objects as Terraform does: a resource type, a dot and a name, behind the modules it is in. An entry is about one object, and data sources are none.",
  },
  IDC376: {
    title: "Moves contradict each other",
    explanation:
      "One thing moves to one other thing of its kind: not to itself, not in a circle, and no two things to one place. An object is imported once.",
  },
  IDC377: {
    title: "Move or import to nothing",
    explanation:
      "The catalog does not declare what an entry of moves.yaml leads to. Terraform would move the object there and then destroy it.",
  },
  IDC378: {
    title: "Moved, and still there",
    explanation:
      "The catalog still declares what an entry of moves.yaml says was moved away. A group that was renamed is renamed in the catalog too.",
  },
  IDC379: {
    title: "Permission sets keep their names",
    explanation:
      "AWS cannot rename a permission set. Declare the new one beside the old one, grant it, deploy, and then remove the old one: nobody is without access meanwhile.",
  },
  IDC380: {
    title: "Backend without a type",
    explanation:
      "backend holds settings of Terraform's backend, and backend_type says which one: local, s3 or cloud. A file of --backend has to say it; a catalog without it keeps a local state.",
  },
  IDC381: {
    title: "Backend cannot be used",
    explanation:
      "S3 needs a bucket and a key; cloud needs the name or the tags of workspaces, not both. Terraform evaluates no templates in a backend, and neither does this program.",
  },
  IDC382: {
    title: "Local state with an absolute path",
    explanation: "The path is relative to the project's folder, so that it is the same on every machine.",
  },
  IDC383: {
    title: "Secret in a backend",
    explanation:
      "Keys, tokens and passwords are in no file: they would be in the repository, in cdktf.out and in every run. The environment has them: AWS_PROFILE, TF_TOKEN_app_terraform_io. A secret that was written has leaked: replace it.",
  },
  IDC384: {
    title: "State without a lock",
    explanation:
      "Two deploys at once write the state over each other, and one of them is lost. use_lockfile is on unless the catalog says otherwise.",
  },
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
      "A group was renamed. Terraform would create or adopt the assignment under its new name, and delete it under the old one: the access would be lost. Write the line of the hint into moves.yaml, and nothing is deleted.",
  },
  IDC409: { title: "Not approved", explanation: "The answer was not yes, or there was nobody to ask." },
  IDC410: {
    title: "Disabled with a state",
    explanation:
      "enabled: false declares nothing, so a deploy removes every permission set and grant that was deployed before.",
  },
  IDC420: {
    title: "Many grants removed",
    explanation:
      "The plan removes or replaces more than 10 grants, or more than 10 % of them where that is less. Often a group, an account or a whole file is missing from the catalog by mistake. --allow removals lifts it.",
  },
  IDC421: {
    title: "Permission set replaced",
    explanation:
      "Terraform deletes the set and makes a new one: every assignment goes with it, and so does every session. --allow set-replacement lifts it.",
  },
  IDC422: {
    title: "Group deleted",
    explanation:
      "A group of the catalog's groups is deleted or replaced, and who was in it is lost: Terraform does not know its members. A rename needs a line in moves.yaml instead. --allow group-deletion lifts it.",
  },
  IDC423: {
    title: "Own access removed",
    explanation:
      "The plan takes away the permission set whose session runs it, from the user and all of the user's groups. The next plan would need somebody else. --allow own-access lifts it.",
  },
  IDC424: {
    title: "Last administrator removed",
    explanation:
      "Somebody has a set that amounts to an administrator's before the plan, nobody after it. Whether groups have members is not looked at. --allow last-administrator lifts it.",
  },
  IDC425: {
    title: "Root access outside the management account",
    explanation:
      "A set that opens sessions as the root user of member accounts belongs in the management account. --allow root-access lifts it.",
  },
  IDC426: {
    title: "Access broadened",
    explanation:
      "With --no-broadening, a plan after which people may do more than before. --allow broadening lifts it.",
  },
  IDC427: {
    title: "Own groups unknown",
    explanation:
      "The credentials are a session of Identity Center, but not which groups its user is in could be told, so the guard own-access is not active.",
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
  IDC521: {
    title: "File of a run changed",
    explanation: "The plan, or what it was made from, is not what was reviewed, or it is gone.",
  },
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
    explanation:
      "Accounts, groups or users the catalog uses are not what they were; the message says which. What the catalog does not use may change.",
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
  IDC531: {
    title: "A grant ended since the plan",
    explanation: "The run would still grant what has expired. Plan again.",
  },
  IDC532: {
    title: "Run expired",
    explanation:
      "A run is applied within 72 hours of its plan, so that nobody applies what was reviewed long ago.",
  },
  IDC533: {
    title: "Another AWS provider",
    explanation: "A plan is applied with the provider, and the checksums of it, that it was made with.",
  },
  IDC534: {
    title: "Another state",
    explanation: "The backend or the Terraform workspace is not the one the run was planned for.",
  },
  IDC535: {
    title: "Shared state with an endpoint on this machine",
    explanation:
      "AWS is the sandbox or another endpoint on this machine, and the backend of --backend is somewhere else: what is tried out would end up in a state that others use.",
  },
  IDC601: {
    title: "Declared grant missing",
    explanation:
      "The catalog gives this access and AWS does not have it: it was taken away by hand, or never deployed. A group that does not exist, or a permission set that does not, is said once for all its grants. Deploy to give it.",
  },
  IDC602: {
    title: "Grant nobody declared",
    explanation:
      "AWS has this access and the catalog does not say so: made by hand, by another tool, or left over. The hint has the line that declares it and the command that takes it away.",
  },
  IDC603: {
    title: "Grant of somebody who is gone",
    explanation:
      "The group or user was deleted and AWS kept the grant. Nobody can use it, unless a principal with that id comes back. Take it away.",
  },
  IDC604: {
    title: "Group made again",
    explanation:
      "A sync tool deleted the group and made another one of the same name, with another id. All its access belongs to the old id, so its members have none. Deploy to give it back.",
  },
  IDC605: {
    title: "Permission set not declared",
    explanation:
      "AWS has a permission set that the catalog does not. With grants it is a warning, and its grants are part of the finding. Declare it, delete it, or accept it in the baseline when another tool owns it.",
  },
  IDC606: {
    title: "Permission set changed",
    explanation:
      "A permission set is not as the catalog says: lines with - are what the catalog says and AWS has not, lines with + the reverse. Policies are compared by what they mean. Deploy to put it right.",
  },
  IDC607: {
    title: "Permission set not provisioned",
    explanation:
      "Accounts still have an older version of a permission set, because a change was not provisioned or failed there. Provision it again.",
  },
  IDC608: {
    title: "Ended grant still there",
    explanation:
      "The expires_at of the assignment is past, and AWS still has the grant: nothing is taken away until a deploy.",
  },
  IDC609: {
    title: "Grant ends soon",
    explanation: "The end of an assignment is near. After it, the next deploy takes the access away.",
  },
  IDC610: {
    title: "Required group is empty",
    explanation:
      "A group of required_groups or idp_groups has no members, so nobody has its access: the sync is broken, or people were not assigned.",
  },
  IDC611: {
    title: "Group made by hand",
    explanation:
      "SCIM made other groups but not this one, so its members do not follow the identity provider. It belongs into the provider.",
  },
  IDC612: {
    title: "Grant in an account that is not active",
    explanation: "The account is suspended, closed, or not in the organization, and still has grants.",
  },
  IDC613: {
    title: "User assigned directly",
    explanation:
      "The catalog grants something to a user instead of a group. It stays when the person changes teams.",
  },
  IDC614: {
    title: "Root sessions outside the management account",
    explanation:
      "A permission set that allows sts:AssumeRoot is granted in a member account. Root sessions are opened from the management account, or from a delegated administrator.",
  },
  IDC615: {
    title: "Quota nearly full",
    explanation:
      "More than 80 % of a quota of Identity Center is used. Beyond it, AWS refuses the next deploy halfway.",
  },
  IDC616: {
    title: "Not in the state yet",
    explanation:
      "AWS has declared grants, or a permission set, that Terraform's state does not know. The next deploy adopts them; nothing is made twice.",
  },
  IDC617: {
    title: "In the state only",
    explanation: "The state has grants that neither AWS nor the catalog has. The next deploy forgets them.",
  },
  IDC620: {
    title: "Accepted until a day that is past",
    explanation: "An entry of the audit's baseline has run out, so its finding counts again.",
  },
  IDC621: {
    title: "Accepted, and not found",
    explanation: "An entry of the audit's baseline matches no finding any more. Remove it.",
  },
  IDC622: {
    title: "Audit of another instance",
    explanation:
      "A report shows findings beside access, so both must be of one Identity Center instance. Audit again, or resolve the directory again.",
  },
  IDC623: {
    title: "Not a report",
    explanation:
      "The file of --audit is not what identity audit --format json writes, or that of --since is no report of this program.",
  },
  IDC701: {
    title: "Metadata too large",
    explanation:
      "AWS takes SAML metadata of at most 75,000 characters. Beyond 1 MB, 5,000 elements, 5,000 attributes or 50 elements inside each other nothing is read, because no metadata is like that.",
  },
  IDC702: {
    title: "Encoding of metadata",
    explanation:
      "Metadata is UTF-8, and AWS does not say that it takes anything else. UTF-16 is what some shells and editors make of a file.",
  },
  IDC703: {
    title: "Document type in metadata",
    explanation:
      "Metadata has no DOCTYPE and declares no entities; with them, a file can read other files or fill the memory of whoever parses it. It is refused before it is parsed.",
  },
  IDC704: {
    title: "Metadata is not well-formed",
    explanation:
      "The file is not XML with namespaces, or was cut off. Nothing else is checked until it parses.",
  },
  IDC705: {
    title: "Not the metadata of one entity",
    explanation:
      "The file is no SAML metadata, or it has several identity providers. AWS takes the file of one.",
  },
  IDC706: {
    title: "Metadata of the wrong side",
    explanation:
      "One file comes from IAM Identity Center, the service provider, and goes to the identity provider; the other one comes from the identity provider and goes to AWS. This is not the one that is needed here.",
  },
  IDC707: {
    title: "SAML 2.0 is missing",
    explanation:
      "The protocolSupportEnumeration of the identity provider must have SAML 2.0, the only protocol that Identity Center speaks.",
  },
  IDC708: {
    title: "Entity ID",
    explanation:
      "The entityID is missing, too long, a placeholder, or AWS's own. AWS compares it with the issuer of every sign-in.",
  },
  IDC709: {
    title: "Sign-in URL",
    explanation:
      "A SingleSignOnService with the binding HTTP-POST or HTTP-Redirect and an absolute https URL is needed, each binding once; the service provider needs an AssertionConsumerService.",
  },
  IDC710: {
    title: "Name ID format",
    explanation:
      "Identity Center finds people by the name ID, which must be an e-mail address equal to their user name. A provider that lists formats must list emailAddress or unspecified.",
  },
  IDC711: {
    title: "Signing certificate",
    explanation:
      "Without a certificate that can be read, and that AWS has room for, no sign-in can be verified. Certificates that are only for encryption do not count.",
  },
  IDC712: {
    title: "Weak certificate",
    explanation:
      "An RSA key needs 2048 bits and an EC key 256; MD5 and SHA-1 can be forged. In a certificate that is signed by itself the hash is only a warning, because it is trusted as it stands.",
  },
  IDC713: {
    title: "Dates of a certificate",
    explanation:
      "A certificate is over, not valid yet, or ends within 90 days. When no certificate is valid, nobody can sign in.",
  },
  IDC714: {
    title: "Many certificates",
    explanation:
      "More than two different signing certificates: old ones are still trusted, and a rotation needs only two.",
  },
  IDC715: {
    title: "Metadata is over",
    explanation: "The validUntil of the file is past, or is no time.",
  },
  IDC716: {
    title: "Signed requests",
    explanation:
      "The provider wants requests that are signed. Identity Center publishes no key, so a provider that insists refuses its requests.",
  },
  IDC717: {
    title: "Broken signature",
    explanation:
      "The signature of the file does not fit to what it says, or does not cover all of it. An intact one proves that nothing was changed since, and not who made the file.",
  },
  IDC718: {
    title: "Weak signature",
    explanation: "The signature of the file is made with SHA-1, or in a way that is not known here.",
  },
  IDC719: {
    title: "Another provider",
    explanation:
      "The file is not of the provider that was asked for. Providers are told by the hosts of their sign-in URLs and by entity IDs that only they make.",
  },
  IDC720: {
    title: "A rotation breaks sign-in",
    explanation:
      "The entity ID or a sign-in URL is another one than in the file in use. AWS refuses every sign-in until it has the new file.",
  },
  IDC721: {
    title: "A rotation without overlap",
    explanation:
      "No certificate that is valid is in both files, so nobody can sign in between the switch in the provider and the upload to AWS.",
  },
  IDC730: {
    title: "SCIM URL cannot be used",
    explanation:
      "A SCIM endpoint is https://scim.<region>.amazonaws.com/<tenant>/scim/v2, or with the host scim.<region>.api.aws. Nothing is sent to anything that is not https, unless it is on this machine.",
  },
  IDC731: {
    title: "SCIM endpoint is not AWS's",
    explanation:
      "The token of a SCIM endpoint can create users and groups. It is sent to a host that is not AWS's only when a person names that host with --url, and then this is said.",
  },
  IDC732: {
    title: "SCIM endpoint of another region",
    explanation:
      "The endpoint belongs to an Identity Center in another region than the catalog's, so what is pushed there is not what is granted access here.",
  },
  IDC733: {
    title: "SCIM URL ends with a slash",
    explanation: "AWS does not mind. Okta does, so give it the URL without one.",
  },
  IDC734: {
    title: "No SCIM token",
    explanation:
      "The access token is read from an environment variable, SCIM_TOKEN or the one of --token-env, so that it is neither in the history of the shell nor in the list of processes.",
  },
  IDC735: {
    title: "SCIM token cannot be used",
    explanation:
      "The access token is one line of visible characters. Something got into it when it was copied: quotes, a line break, the word Bearer.",
  },
  IDC736: {
    title: "SCIM endpoint cannot be reached",
    explanation:
      "No host of that name, nothing that listens, no certificate that can be trusted, or no answer in time. The message says which.",
  },
  IDC737: {
    title: "SCIM token is not accepted",
    explanation:
      "AWS answers 401 when the token has ended, which it does after a year, when it was deleted, and when the tenant in the URL is not the token's. AWS gives no warning before: write the day into the catalog as scim.token_expires_on.",
  },
  IDC738: {
    title: "SCIM endpoint forbids it",
    explanation: "AWS, or something on the way to it, answers 403.",
  },
  IDC739: {
    title: "No SCIM endpoint there",
    explanation:
      "The answer is 404: automatic provisioning is not switched on, or the path of the URL is wrong.",
  },
  IDC740: {
    title: "SCIM endpoint is busy",
    explanation:
      "The answer stays 429 or 5xx. AWS allows 40 reads and 25 writes a second for each operation, and a sync of the identity provider counts too.",
  },
  IDC741: {
    title: "Not a SCIM endpoint",
    explanation:
      "What answers does not speak SCIM as AWS does: a page for people, a redirect, other JSON, an answer without end. Often a proxy or a sign-in page is in between.",
  },
  IDC742: {
    title: "SCIM endpoint takes any token",
    explanation: "A random token was accepted. Whatever answers there is not AWS, and protects nothing.",
  },
  IDC743: {
    title: "Group not pushed by SCIM",
    explanation:
      "A group that the catalog grants access or requires is not at the endpoint under exactly this name. Push it from the identity provider.",
  },
  IDC744: {
    title: "Several groups of one name",
    explanation: "Access is granted by the name of a group, so a name has to stand for one group.",
  },
  IDC745: {
    title: "SCIM endpoint does not filter",
    explanation:
      "Identity providers look for a user before they create one. An endpoint that finds a user who does not exist would make them change somebody else.",
  },
  IDC746: {
    title: "Groups were not looked for",
    explanation:
      "Without a valid catalog nobody knows which groups have to exist. The rest of the test was made.",
  },
  IDC747: {
    title: "Groups cannot be listed",
    explanation:
      "A group is missing, and the list of all groups, from which a similar name could have been told, has no end or cannot be read.",
  },
  IDC748: {
    title: "No SCIM URL",
    explanation:
      "Neither --url nor the catalog's component identity-provider (scim.endpoint) says where the SCIM endpoint is.",
  },
  IDC750: {
    title: "Several identity providers",
    explanation:
      "Identity Center signs people in with one identity provider, so one component identity-provider counts.",
  },
  IDC751: {
    title: "Unknown identity provider",
    explanation: "provider is okta, jumpcloud, entra, google, or other for any that speaks SAML 2.0.",
  },
  IDC752: {
    title: "Service provider entity ID",
    explanation:
      "The entity ID is the issuer URL that Identity Center shows. Sign-ins for another audience are refused by AWS.",
  },
  IDC753: {
    title: "ACS URL",
    explanation:
      "The identity provider sends everybody's sign-ins to the ACS URLs. Anything but https on a host of AWS would hand them to somebody else.",
  },
  IDC754: {
    title: "ACS URL listed twice",
    explanation: "One of the two was meant to be another. Remove it.",
  },
  IDC755: {
    title: "Only the dual-stack ACS URL",
    explanation:
      "Identity Center shows several ACS URLs and uses them all. With the dual-stack one alone some sign-ins fail, such as those of the AWS CLI with Entra ID (AADSTS50011).",
  },
  IDC756: {
    title: "Value of another region",
    explanation:
      "The entity ID or the SCIM endpoint is in another region than the catalog, so one of them is of another Identity Center.",
  },
  IDC757: {
    title: "SCIM endpoint",
    explanation:
      "The endpoint is copied from Identity Center, and has no slash at its end: Okta refuses one with it.",
  },
  IDC758: {
    title: "End of the SCIM token",
    explanation:
      "A SCIM token ends after one year, two at most, and provisioning then stops without a word. AWS has no API that tells the day, so the catalog keeps it. From 30 days before, this is a warning: make a second token, give it to the provider, then delete the first.",
  },
  IDC759: {
    title: "Secret in the catalog",
    explanation:
      "A token or password does not belong in a file that is under version control. Take it out, and make a new one: the history of the file still has it.",
  },
  IDC760: {
    title: "Setting of another provider",
    explanation: "A key that only the stack of another identity provider reads. Remove it.",
  },
  IDC761: {
    title: "Name of the organization or application",
    explanation: "The Okta organization, the Entra tenant or the application cannot have this name.",
  },
  IDC762: {
    title: "Group made twice",
    explanation:
      "A group is made once: in the identity provider, from where SCIM pushes it, or in AWS by the catalog's groups.",
  },
  IDC763: {
    title: "Two stacks in one state",
    explanation:
      "The stack of the identity provider and aws-sso need a state each. In one, each deploy would destroy what the other made.",
  },
  IDC764: {
    title: "Stack of the provider not written",
    explanation:
      "Something that the stack okta or entra-id is made of is missing. The stack aws-sso was written.",
  },
  IDC765: {
    title: "Provider package not installed",
    explanation:
      "The stacks okta and entra-id need a package that npm leaves out with --omit=optional. The stack aws-sso was written.",
  },
  IDC901: {
    title: "Unexpected error",
    explanation: "A mistake of the program itself. Run again with --verbose and report it.",
  },
};
