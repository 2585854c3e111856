import { styleText } from 'node:util';
import { sessionLab } from './cli.ts';
import { exits } from './terminal.ts';

// The process around the command line: where it writes to, and what its exit code is.

// Whoever reads only the first lines (`… | head`) closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// Node 20 would colour what goes into a file as well.
const coloured = process.stdout.isTTY === true && process.stdout.hasColors();

try {
  process.exitCode = await sessionLab(process.argv.slice(2), {
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
    redraws: process.stderr.isTTY === true,
    paint: (colour, text) => (coloured ? styleText(colour, text) : text),
    locale: process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '',
  });
} catch (error) {
  console.error(error);
  process.exitCode = exits.error;
}
