/** Why a line cannot be read; the wording tells it. */
export type LineFault =
  | 'not-a-line'
  | 'open-quote'
  | 'single-backslash'
  | 'long-name'
  | 'no-equals'
  | 'no-dword'
  | 'no-byte'
  | 'unknown-kind'
  | 'capital-kind'
  | 'may-go-on'
  | 'trailing-text';
