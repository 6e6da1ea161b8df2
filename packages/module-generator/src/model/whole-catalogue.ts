import {
  anchorsOf,
  buildsOfRelease,
  type Cause,
  editableValues,
  eventSentences,
  exchangeProducts,
  formatMessage,
  type Language,
  messageIds,
  patternToRegex,
  profiles,
  protocolDefault,
  protocols,
  references,
  registryKindNames,
  releaseName,
  roles,
  rules,
  type Signature,
  schannelKey,
  schannelValues,
  signatures,
  type WindowsRelease,
  windowsReleases,
} from '@mailtls/core';
import type { Catalogue, CatalogueSignature, WindowsFacts } from './catalogue.ts';

/** The catalogue as it is. */
export function wholeCatalogue(): Catalogue {
  return {
    profiles,
    rules: rules.map((rule) => ({ ...rule, references: rule.references.map((id) => references[id]) })),
    editable: editableValues(rules),
    signatures: signatures.map(signature),
    eventSentences,
    windows,
    words: { en: words('en'), ro: words('ro') },
  };
}

function signature(of: Signature): CatalogueSignature {
  const [likeliest] = Object.entries(of.priors).toSorted(([, a], [, b]) => b - a) as [Cause, number][];
  return {
    id: of.id,
    patterns: of.patterns.map((pattern) => ({
      anchor: anchorsOf([{ ...of, patterns: [pattern] }]).join(),
      regex: patternToRegex(pattern),
    })),
    cause: likeliest?.[0] ?? null,
    wrapper: of.wrapper ?? false,
    references: of.references.map((id) => references[id]),
  };
}

const windows: WindowsFacts = {
  releases: windowsReleases.map((id) => ({ id, name: releaseName(id), builds: buildsOfRelease(id) })),
  protocols: protocols.flatMap((protocol) =>
    roles.map((role) => ({
      protocol,
      role,
      key: schannelKey(protocol, role),
      protocolKey: schannelKey(protocol),
      defaults: Object.fromEntries(
        windowsReleases.map((release) => [release, protocolDefault(release, protocol, role)]),
      ) as Record<WindowsRelease, ReturnType<typeof protocolDefault>>,
    })),
  ),
  schannelValues: { enabled: inOrder(schannelValues.enabled), off: inOrder(schannelValues.off) },
  exchangeProducts,
  kinds: registryKindNames,
};

function inOrder(values: Readonly<Record<string, number>>): WindowsFacts['schannelValues']['enabled'] {
  return Object.entries(values).map(([name, number]) => ({ name, number }));
}

/** What is said of rules, findings and signatures; how evidence is weighed is said elsewhere. */
const SAID = /^(?:rule|why|finding|value|role|state|signature|cause)\./;

/** Templates: without arguments a message keeps its placeholders. */
function words(language: Language): Readonly<Record<string, string>> {
  const said = messageIds.filter((id) => SAID.test(id));
  return Object.fromEntries(said.map((id) => [id, formatMessage({ id, args: {} }, language)]));
}
