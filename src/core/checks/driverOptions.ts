/** An option of a network driver, as it is asked for. */
export interface DriverOption {
  key: string;
  /** What people call it. */
  label: string;
  /** One sentence. */
  detail: string;
  /** The values that it takes, the default first; undefined where it takes text. */
  values?: readonly string[];
  /** An example. */
  placeholder?: string;
}

/** The options that a driver knows, in the order in which they are offered; none for a driver that is not Docker's own. */
export function driverOptions(_driver: string): readonly DriverOption[] {
  return [];
}
