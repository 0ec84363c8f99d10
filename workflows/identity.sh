#!/bin/sh
# Plans, shows the summary, and applies exactly that plan when told to: for a pipeline that knows
# nothing of this project. Needs node, terraform and AWS credentials; run `npm ci` once before.
#
#   workflows/identity.sh               plan, then ask; without a terminal nothing is applied
#   workflows/identity.sh --plan-only   plan only, for audits
#   workflows/identity.sh --apply       plan and apply without asking
#
# --no-broadening goes to plan. Other options (--catalog FILE, --stack NAME, --allow GUARD, --sandbox, ...)
# go to plan and apply alike; their paths are relative to the project. stdout is the plan as one JSON
# object, stderr is for people.
#
# Exit codes: 0 done or no changes, 1 failed, 2 changes that were only planned, 3 usage or invalid
# catalog, 4 refused, 130 interrupted.
set -u

mode=ask
broadening=
for option in "$@"; do
  shift
  case $option in
    --plan-only | --apply)
      if [ "$mode" != ask ] && [ "$mode" != "${option#--}" ]; then
        echo "identity.sh: --plan-only and --apply exclude each other" >&2
        exit 3
      fi
      mode=${option#--}
      ;;
    --no-broadening) broadening=$option ;;
    *) set -- "$@" "$option" ;;
  esac
done

cd "$(dirname "$0")/.." || exit 1
trap 'exit 130' INT TERM

# --no: never an unrelated package of that name from the registry
plan=$(npx --no -- identity plan --format json $broadening "$@")
code=$?
[ -z "$plan" ] || printf '%s\n' "$plan"
[ "$code" -eq 2 ] || exit "$code"

field() {
  printf '%s' "$plan" | node -p "const plan = JSON.parse(fs.readFileSync(0, 'utf8')); $1"
}
run=$(field 'plan.run.id') || exit 1
field 'plan.summary.grants.map((g) => g.change + " " + g.principalName + " -> " + g.accountName + ": " + g.permissionSet).join("\n")' >&2
field 'plan.summary.sets.map((s) => s.change + " permission set " + s.permissionSet).join("\n") || "no permission set changes"' >&2
field '"access broadened: " + (plan.summary.broadened ? plan.summary.broadening.map((b) => b.message).join("; ") : "no")' >&2
field 'Object.entries(plan.summary.resources).map(([name, n]) => name + ": " + n).join(", ")' >&2
echo "run $run" >&2

[ "$mode" != plan-only ] || exit 2
if [ "$mode" = ask ]; then
  if [ ! -t 0 ]; then
    echo "identity.sh: nobody to ask; use --apply, or --plan-only to plan" >&2
    exit 4
  fi
  printf 'Apply run %s? Only "yes" is a yes: ' "$run" >&2
  read -r answer && [ "$answer" = yes ] || exit 4
fi
npx --no -- identity apply "$run" "$@" >&2
