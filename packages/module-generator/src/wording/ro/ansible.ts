import type { ansible as english } from '../en/ansible.ts';

export const ansible: Readonly<Record<keyof typeof english, string>> = {
  'ansible.description': 'Setări TLS din registrul Windows, necesare traficului de mesaje între Exchange și Office 365',
  'ansible.harden': 'dacă se dezactivează protocoalele vechi; numai unde toți corespondenții folosesc TLS 1.2',
  'ansible.restart': 'dacă un calculator este repornit după o modificare, la sfârșitul execuției',
  'ansible.undo-file':
    'unde se salvează valorile înainte de prima modificare; acolo trebuie să poată scrie numai administratorii',
  'ansible.tasks': 'Setează valorile. Poate rula în modul de verificare.',
  'ansible.undo-tasks': 'Pune la loc valorile așa cum erau înainte de prima modificare.',
  'ansible.wanted': 'Află ce depinde de calculator. Doar citește.',
  'ansible.save': 'Salvează valorile așa cum sunt înainte de prima modificare',
  'ansible.look': 'Află ce depinde de calculator',
  'ansible.undo': 'Pune la loc valorile așa cum erau înainte de prima modificare',
  'ansible.say-restart': 'Spune că este necesară o repornire',
  'ansible.do-restart': 'Repornește calculatorul',
  'ansible.restart-due': 'Setările TLS au fost modificate. Intră în vigoare la repornirea calculatorului.',
  'ansible.readme': `# Setări TLS pentru traficul de mesaje, ca rol Ansible

Are nevoie de colecția \`ansible.windows\` 1.5 sau mai nouă și de calculatoare Windows la care Ansible ajunge ca administrator.

## Instalare

\`\`\`sh
ansible-galaxy collection install "ansible.windows:>=1.5.0"
\`\`\`

Puneți acest folder printre roluri, cu numele \`mailtls\`:

\`\`\`yaml
- name: Setări TLS pentru traficul de mesaje
  hosts: exchange
  serial: 1                # câte un server pe rând, cu tot cu repornirea lui
  max_fail_percentage: 0   # după un eșec nu mai este atins niciun server
  gather_facts: false
  roles:
    - role: mailtls
\`\`\`

\`\`\`sh
ansible-playbook site.yml --check --diff   # arată ce s-ar face
ansible-playbook site.yml
\`\`\`

| variabilă | implicit | |
|---|---|---|
| \`mailtls_harden\` | \`false\` | dezactivează protocoalele vechi; numai într-un rol cu profilul \`hardened\` |
| \`mailtls_restart\` | \`false\` | repornește un calculator după o modificare, la sfârșitul execuției; altfel rolul doar spune că este necesară o repornire |
| \`mailtls_undo_file\` | \`C:\\Program Files\\mailtls\\undo.reg\` | unde se salvează valorile înainte de prima modificare; acolo trebuie să poată scrie numai administratorii |

Cu \`mailtls_restart\`, un server este repornit la sfârșitul rândului său, iar \`serial: 1\` face să fie câte unul: fără el, toate
serverele din execuție repornesc deodată. Un membru al unui grup de disponibilitate a bazelor de date (DAG) trebuie pus înainte în
modul de întreținere și scos din el după aceea (\`StartDagServerMaintenance.ps1\` și \`StopDagServerMaintenance.ps1\` din Exchange, în
\`pre_tasks\` și \`post_tasks\`); rolul nu face acest lucru. Unde nu se face în execuție, lăsați \`mailtls_restart\` pe \`false\` și
reporniți manual.

Ce depinde de calculator (indicatorii WinHTTP, TLS 1.3) se decide pe calculator: indicatorii se adaugă la cei existenți.

## Verificare

Rulați a doua oară: când nu mai este nimic de făcut, fiecare server se încheie cu \`changed=0\`. \`mailtls check\` pe un server sau
\`mailtls check --from\` cu exporturi ale registrului său judecă ce face Windows din valori.

## Revenire

Înainte de prima modificare, rolul salvează fiecare valoare așa cum este, și pe cele absente, în \`mailtls_undo_file\`. Ce
conține acest fișier rămâne; un rol ulterior, care setează mai multe, adaugă doar valorile care îi lipsesc. Scoateți rolul din
execuție și puneți valorile la loc:

\`\`\`yaml
- name: Setările TLS așa cum erau
  hosts: exchange
  serial: 1
  max_fail_percentage: 0
  gather_facts: false
  tasks:
    - name: Pune la loc
      ansible.builtin.include_role:
        name: mailtls
        tasks_from: undo
\`\`\`

Ștergeți apoi fișierul acolo unde rolul va mai fi rulat cândva: ar fi luat drept starea de dinainte.`,
};
