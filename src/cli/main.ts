/** Entry of the command line: arguments, streams and exit status of the process, nothing else. */
import { words } from '../words';
import { cluster } from './cluster';
import { isCluster } from './clusterOptions';
import { FAILED, failureLine, fix, scan } from './commands';
import { Failure, reasonOf } from './failure';
import { languageOf, readArguments } from './options';
import { openSession, productVersion, type Terminal } from './session';

async function main(argv: readonly string[]): Promise<number> {
  const terminal = openTerminal();
  try {
    if (isCluster(argv) && !argv.includes('--help') && !argv.includes('--version')) {
      return await cluster(argv, process.env, terminal);
    }
    const invocation = readArguments(argv, process.env);
    if (invocation.kind === 'help') {
      terminal.out(words('cli.help', {}, invocation.language));
      return 0;
    }
    if (invocation.kind === 'version') {
      terminal.out(`${productVersion()}\n`);
      return 0;
    }
    const { options } = invocation;
    const session = openSession(options, process.cwd(), new Date());
    const stdin = options.paths.includes('-') ? await readStdin() : null;
    return options.command === 'scan' ? scan(session, stdin, terminal) : fix(session, stdin, terminal);
  } catch (error) {
    const language = languageOf(argv, process.env);
    if (error instanceof Failure) terminal.err(failureLine(language, error.key, error.args));
    else terminal.err(failureLine(language, 'cli.unexpected', { reason: reasonOf(error) }));
    return FAILED;
  }
}

function openTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  // `| head` closes the pipe early: that is no failure of ours, and the exit status stays what it is.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    stderr.write(failureLine(languageOf(process.argv, env), 'cli.unexpected', { reason: reasonOf(error) }));
    process.exit(FAILED);
  });
  stderr.on('error', () => {});
  return {
    out: text => void (text !== '' && stdout.write(text)),
    err: text => void stderr.write(text),
    width: stdout.isTTY ? stdout.columns : null,
    colour: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
    errIsTerminal: stderr.isTTY,
  };
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  } catch (error) {
    throw new Failure('cli.unreadable', { path: '-', reason: reasonOf(error) });
  }
  return Buffer.concat(chunks);
}

void main(process.argv.slice(2)).then(status => {
  process.exitCode = status;
});
