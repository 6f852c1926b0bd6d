import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Ends a command with a sentence for the person who gave it. */
export function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** The options of a command as it was given, and what stands beside them where that is allowed; what is unknown, or given twice where one is wanted, stops it with the usage. */
export function readOptions<const T extends Options>(options: T, usage: string, allowPositionals = false) {
  try {
    const { values, positionals, tokens } = parseArgs({ options, allowPositionals, tokens: true });
    const given = new Set<string>();
    for (const token of tokens) {
      if (token.kind !== 'option') continue;
      // Else the last one would win in silence.
      if (given.has(token.name) && !options[token.name]?.multiple)
        throw new Error(`${token.rawName} is given twice: one is wanted`);
      given.add(token.name);
    }
    return { values, positionals };
  } catch (error) {
    return stop(`${(error as Error).message}\n${usage}`);
  }
}
