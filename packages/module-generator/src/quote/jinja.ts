/** A text in an Ansible file, which takes two braces, or one with a `%` or `#`, for a template: such a brace is written as one. */
export function jinjaText(text: string): string {
  return text.replace(/\{(?=[{%#])/g, "{{ '{' }}");
}
