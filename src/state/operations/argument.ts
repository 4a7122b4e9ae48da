import { ExpectedError } from '../../core/errors.ts';

/** A command's argument, which may come from anywhere: each field is read once, and told by its name where it is wrong. */
export class Argument {
  readonly #fields: Record<string, unknown>;
  /** How the fields are called in sentences: `subnets[0].` before the field's own name. */
  readonly #path: string;

  /** Throws `invalid` unless `value` is an object that has no other fields than `known`. */
  constructor(value: unknown, known: readonly string[], path = '') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      const what = path ? `“${path.slice(0, -1)}”` : 'The argument';
      throw invalid(`${what} must be an object with ${list(known)}, but it is ${kindOf(value)}.`);
    }
    this.#fields = value as Record<string, unknown>;
    this.#path = path;
    for (const [name, given] of Object.entries(this.#fields)) {
      if (given !== undefined && !known.includes(name)) {
        throw invalid(`There is no field “${path}${name}”; known are ${list(known)}.`);
      }
    }
  }

  /** Whether the field is given. */
  has(name: string): boolean {
    return this.#fields[name] !== undefined;
  }

  raw(name: string): unknown {
    return this.#fields[name];
  }

  text(name: string): string {
    const value = this.optionalText(name);
    if (value === undefined) throw invalid(`“${this.#path}${name}” is missing.`);
    return value;
  }

  /** A text that names something: not blank. */
  reference(name: string): string {
    const value = this.text(name);
    if (value.trim() === '') throw invalid(`“${this.#path}${name}” is empty: give a name or an id.`);
    return value;
  }

  optionalText(name: string): string | undefined {
    return this.#optional(name, 'text', (value) => typeof value === 'string') as string | undefined;
  }

  optionalFlag(name: string): boolean | undefined {
    return this.#optional(name, 'true or false', (value) => typeof value === 'boolean') as
      | boolean
      | undefined;
  }

  optionalInteger(name: string): number | undefined {
    return this.#optional(name, 'a whole number', Number.isSafeInteger) as number | undefined;
  }

  integer(name: string): number {
    const value = this.optionalInteger(name);
    if (value === undefined) throw invalid(`“${this.#path}${name}” is missing.`);
    return value;
  }

  optionalTexts(name: string): string[] | undefined {
    return this.optionalList(name, (value, path) => {
      if (typeof value === 'string') return value;
      throw invalid(`“${path}” must be text, but it is ${kindOf(value)}.`);
    });
  }

  /** An object whose values are all text, such as labels. */
  optionalRecord(name: string): Record<string, string> | undefined {
    const value = this.#optional(name, 'an object with texts', isPlainObject) as
      | Record<string, unknown>
      | undefined;
    if (!value) return undefined;
    for (const [key, one] of Object.entries(value)) {
      if (typeof one !== 'string') {
        throw invalid(`“${this.#path}${name}.${key}” must be text, but it is ${kindOf(one)}.`);
      }
    }
    return { ...value } as Record<string, string>;
  }

  /** A list; `read` gets each value with its name for sentences. */
  optionalList<T>(name: string, read: (value: unknown, path: string) => T): T[] | undefined {
    const value = this.#optional(name, 'a list', Array.isArray) as unknown[] | undefined;
    return value?.map((one, index) => read(one, `${this.#path}${name}[${index}]`));
  }

  #optional(name: string, wanted: string, fits: (value: unknown) => boolean): unknown {
    const value = this.#fields[name];
    if (value === undefined || fits(value)) return value;
    throw invalid(`“${this.#path}${name}” must be ${wanted}, but it is ${kindOf(value)}.`);
  }
}

/** A failure with the code `invalid`. */
export function invalid(message: string): ExpectedError {
  return new ExpectedError('invalid', message);
}

/** What a value is, for sentences. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `the text “${value}”`;
  return `the ${typeof value} ${JSON.stringify(value)}`;
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
