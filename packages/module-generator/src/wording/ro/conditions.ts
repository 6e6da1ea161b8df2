import type { conditions as english } from '../en/conditions.ts';

export const conditions: Readonly<Record<keyof typeof english, string>> = {
  'condition.enable': 'Pentru orice calculator: activează ce are nevoie traficul de mesaje și nu dezactivează nimic.',
  'condition.harden':
    'Pentru un calculator ai cărui corespondenți folosesc toți TLS 1.2: dezactivează protocoalele vechi.',
  'condition.before':
    'Numai pentru un calculator cu o versiune Windows mai veche decât {windows} sau cu un Exchange mai vechi decât {exchange}.',
  'condition.after-exchange':
    'Numai pentru un calculator fără Exchange sau cu unul cel puțin de aceste versiuni: {builds}.',
  'condition.where-absent-before':
    'Numai unde valoarea lipsește, și numai pe o versiune Windows mai veche decât {windows}: setarea ei ar suprascrie indicatorii existenți.',
  'condition.where-absent-from':
    'Numai unde valoarea lipsește, și numai pe {windows} sau mai nou: setarea ei ar suprascrie indicatorii existenți.',
  'condition.files-head': '| fișier | setează | pentru |\n|---|---|---|',
};
