/** What a rehearsal shows, as a page that is the same on every machine. */
export class Transcript {
  #lines = [];

  /** @param {readonly (readonly [found: string, shown: string])[]} masked what differs from run to run */
  constructor(masked) {
    this.masked = masked;
  }

  /** @param {string} title */
  section(title) {
    this.#add('', `## ${title}`, '');
  }

  /** @param {string} text a paragraph */
  say(text) {
    this.#add(text, '');
  }

  /**
   * @param {string} command
   * @param {string} output the lines of it that matter
   */
  ran(command, output) {
    this.#add('```console', `$ ${command}`, ...output.trim().split('\n'), '```', '');
  }

  /**
   * @param {readonly string[]} head
   * @param {readonly (readonly string[])[]} rows
   */
  table(head, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    this.#add(line(head), line(head.map(() => '---')), ...rows.map(line), '');
  }

  #add(...lines) {
    for (const line of lines) {
      let shown = line;
      for (const [found, as] of this.masked) shown = shown.replaceAll(found, as);
      this.#lines.push(shown);
      console.log(shown);
    }
  }

  /** @returns {string} */
  get text() {
    return `${this.#lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`;
  }
}
