/** en: messages of the cli. */
export const cli = {
  'cli.help': `Kubernetes Upgrade Readiness: finds what a Kubernetes upgrade breaks in manifests, and converts it.

Usage
  kube-upgrade-readiness scan <path…> [options]   print findings
  kube-upgrade-readiness fix <path…> [options]    print what the certain fixes would change, as a unified diff
  kube-upgrade-readiness cluster [options]         read a cluster, write nothing to it, say what blocks its upgrade

A path is a file, a folder, or - for standard input. A file named directly is always read; in folders these are:
*.yaml, *.yml, *.json, and *.tpl below templates/. Folders named node_modules and .git are skipped, links are followed
once. Findings in standard input carry the file name <stdin>.

Options
  --target-version 1.36      where you are going (default: the newest released minor in the data)
  --current-version 1.30     what runs today (default: unknown)
  --provider NAME            auto, generic, ack, ack-serverless, eks, acp (default: auto)
  --format NAME              table, json, sarif, junit, markdown (default: table)
  --fail-on LEVEL            error, warning, never (default: error)
  --baseline FILE            an earlier report (scan --format json): what it holds does not count, only what is new
  --changed-since REVISION   only files that changed since this branch left REVISION, and those Git does not know yet
  --lang LANGUAGE            en, zh-cn (default: as the environment says)
  --quiet                    no progress and no summary
  --help, --version

Options of fix
  --write                    change the files, each in one step, only with fixes that are certain; then report what is
                             left. With -, the converted text goes to standard output
  --keep-defaults            also write down old defaults that the new version would change
  --format NAME              the report of what is left instead of the diff

Options of cluster
  --kubeconfig FILE, --context NAME   (default: as kubectl)
  --snapshot FILE            judge a saved snapshot instead of a cluster
  --save-snapshot FILE       write what was read, without secrets
  --format NAME              table, json, junit, markdown
  --target-version           default: the next step of the cluster’s provider
  It exits with 1 when blocked, and when something that could block was not checked.

Configuration
  The nearest .kube-upgrade.yaml at or above a file, up to the folder that holds .git, gives its target, severities,
  excludes and ignores. Options of the command line win over it.

Exit status
  0  nothing at or above --fail-on; 1  something is; 2  the command could not do its work.
  fix goes by what is left after its fixes, whether or not they are written.
`,
  'cli.failure': 'kube-upgrade-readiness: {message}',
  'cli.noCommand': 'name a command: scan or fix (--help lists the options)',
  'cli.unknownCommand': 'unknown command "{command}" (--help lists the commands)',
  'cli.commandNotBuilt': 'the command {command} is not available yet',
  'cli.noPath': '{command} needs at least one file or folder, or - for standard input',
  'cli.unknownOption': 'unknown option {option} (--help lists the options)',
  'cli.optionNotFor': 'the option {option} does not belong to {command}',
  'cli.optionNeedsValue': 'the option {option} needs a value',
  'cli.noArgument': '{command} takes no argument such as "{argument}"',
  'cli.optionNotWith': 'the option {option} has no place beside {other}',
  'cli.optionTakesNoValue': 'the option {option} takes no value',
  'cli.badValue': '{option} cannot be "{value}"; it is one of {allowed}',
  'cli.badVersion': '{option} cannot be "{value}"; give a Kubernetes version such as 1.36, or auto',
  'cli.formatWithStdin': 'fix --write - prints the converted text, so --format has no place there',
  'cli.unreadable': 'cannot read {path}: {reason}',
  'cli.noBaseline': '{path} is no report of scan --format json',
  'cli.noGit': '--changed-since needs Git and a repository',
  'cli.noRevision': 'Git knows no revision {revision}',
  'cli.noData': 'the data file {path} cannot be read: {reason}',
  'cli.notWritten': 'cannot write {path}: {reason}',
  'cli.changedMeanwhile': '{path} was changed by somebody else meanwhile and is left as it is',
  'cli.unexpected': 'unexpected failure: {reason}',
  'cli.progress': '{count:one file|{count} files}…',
  'cli.problem.unreadable': 'Not checked: cannot be read ({reason}).',
  'cli.problem.binary': 'Not checked: the content is not text.',
  'cli.problem.notUtf8': 'Not checked: the text is not UTF-8.',
  'cli.problem.internal': 'Not checked: an unexpected failure ({reason}).',
  'cli.problem.beyond':
    'The target {version} is newer than the data, which ends with Kubernetes {newest}: what later releases remove is not checked.',
  'cli.messageWithReason': '{message} {reason}',
  'cli.severity.error': 'error',
  'cli.severity.warning': 'warning',
  'cli.severity.information': 'information',
  'cli.severity.hint': 'hint',
  'cli.fix.certain': 'fix: certain',
  'cli.fix.choice': 'fix: your choice',
  'cli.fix.manual': 'fix: by hand',
  'cli.fix.none': 'fix: none',
  'cli.table.problems': 'Not checked',
  'cli.table.wholeRun': 'whole run',
  'cli.summary.target': 'Target: Kubernetes {version} ({provider}).',
  'cli.summary.path': 'Target: Kubernetes {version} ({provider}), by way of {path}.',
  'cli.summary.nothing': 'No known blockers.',
  'cli.summary.found':
    '{error:1 error|{error} errors}, {warning:1 warning|{warning} warnings}, {information} information, {hint:1 hint|{hint} hints}.',
  'cli.summary.checked':
    '{files:1 file|{files} files}, {documents:1 document|{documents} documents}, {resources:1 object|{resources} objects}.',
  'cli.summary.ignored': '{count:1 finding|{count} findings} ignored.',
  'cli.summary.problems': '{count:1 thing was|{count} things were} not checked.',
  'cli.markdown.title': 'Kubernetes upgrade readiness',
  'cli.markdown.line': 'Line',
  'cli.markdown.severity': 'Severity',
  'cli.markdown.resource': 'Object',
  'cli.markdown.finding': 'Finding',
  'cli.markdown.fix': 'Fix',
  'cli.fixed.would':
    '{applied:1 finding|{applied} findings} in {files:1 file|{files} files} can be fixed with certainty; --write does it.',
  'cli.fixed.done': '{applied:1 finding|{applied} findings} fixed in {files:1 file|{files} files}.',
  'cli.fixed.nothing': 'Nothing to fix with certainty.',
  'cli.fixed.left': '{count:1 finding is|{count} findings are} left for a person.',
} as const;
