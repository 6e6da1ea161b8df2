import type { Model } from '../../model/model.ts';
import { type XmlElement, xml } from '../xml.ts';
import { keyOf, NAMESPACE, type Policy, type PolicyFlags, policiesOf } from './policy.ts';

/** The template (ADMX): what each policy writes. To disable a policy takes its values away, which is the way back. */
export function policyDefinitions(model: Model): XmlElement {
  const policies = policiesOf(model);
  const revision = model.catalogueVersion.split('.').slice(0, 2).join('.');
  return xml('policyDefinitions', { xmlns: NAMESPACE, revision, schemaVersion: '1.0' }, [
    xml('policyNamespaces', {}, [xml('target', { prefix: 'mailtls', namespace: 'MailTls.Policies' })]),
    xml('resources', { minRequiredRevision: revision }),
    xml('supportedOn', {}, [
      xml('definitions', {}, [
        xml('definition', { name: 'every', displayName: string('every') }),
        ...policies.flatMap(({ id, onlyOn }) =>
          onlyOn ? [xml('definition', { name: `on_${id}`, displayName: string(`on_${id}`) })] : [],
        ),
      ]),
    ]),
    xml('categories', {}, [
      xml('category', { name: 'enable', displayName: string('enable') }),
      ...(policies.some(({ rule }) => rule.step === 'harden')
        ? [
            xml('category', { name: 'harden', displayName: string('harden') }, [
              xml('parentCategory', { ref: 'enable' }),
            ]),
          ]
        : []),
    ]),
    ...(policies.length > 0 ? [xml('policies', {}, policies.map(definition))] : []),
  ]);
}

function definition({ id, rule, key, numbers, flags, onlyOn }: Policy): XmlElement {
  const list = (name: string, writes: (number: number) => XmlElement): XmlElement =>
    xml(
      name,
      {},
      numbers.map((value) =>
        xml('item', { key: keyOf(value), valueName: value.name }, [xml('value', {}, [writes(value.want.number)])]),
      ),
    );
  return xml(
    'policy',
    {
      name: id,
      class: 'Machine',
      displayName: string(id),
      explainText: string(`${id}_help`),
      ...(flags.length > 0 && { presentation: `$(presentation.${id})` }),
      key,
    },
    [
      xml('parentCategory', { ref: rule.step }),
      xml('supportedOn', { ref: onlyOn ? `on_${id}` : 'every' }),
      ...(numbers.length > 0 ? [list('enabledList', decimal), list('disabledList', () => xml('delete'))] : []),
      ...(flags.length > 0 ? [xml('elements', {}, flags.map(choice))] : []),
    ],
  );
}

function choice({ id, name, key, choices }: PolicyFlags): XmlElement {
  return xml(
    'enum',
    { id, key, valueName: name, required: 'true' },
    choices.map((item) => xml('item', { displayName: string(item.id) }, [xml('value', {}, [decimal(item.number)])])),
  );
}

function decimal(number: number): XmlElement {
  return xml('decimal', { value: String(number) });
}

function string(id: string): string {
  return `$(string.${id})`;
}
