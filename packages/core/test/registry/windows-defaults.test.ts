import { describe, expect, it } from 'vitest';
import {
  buildsOfRelease,
  protocolDefault,
  protocols,
  releaseName,
  releaseOfBuild,
  roles,
  windowsReleases,
} from '../../src/registry/windows-defaults.ts';
import { builds } from '../machines.ts';

describe('releaseOfBuild', () => {
  it.each([
    ['6.0.6000', '2008'],
    ['6.0.6001.18000', '2008'],
    ['6.0.6002', '2008SP2'],
    ['6.0.6003.20000', '2008SP2'],
    ['6.1.7600', '2008R2'],
    ['6.1.7601.24545', '2008R2'],
    ['6.2.9200', '2012'],
    ['6.3.9600.20778', '2012R2'],
    ['10.0.14393.5717', '2016'],
    ['10.0.17763.5122', '2019'],
    ['10.0.20348', '2022'],
    ['10.0.26100.1', '2025'],
    // Server 2003, a client's Windows 10, the annual channel's 23H2, one that is to come.
    ['5.2.3790', null],
    ['10.0.19045', null],
    ['10.0.25398', null],
    ['10.0.30000', null],
    // "6.3" is what Windows 10 and newer call themselves in CurrentVersion; no release has both.
    ['6.3.17763', null],
    ['10.0', null],
  ])('takes %s as %s', (build, release) => {
    expect(releaseOfBuild(build)).toBe(release);
  });

  it('and buildsOfRelease are each other’s reverse', () => {
    for (const release of windowsReleases) {
      expect(buildsOfRelease(release).length).toBeGreaterThan(0);
      for (const build of buildsOfRelease(release)) expect(releaseOfBuild(build)).toBe(release);
      expect(releaseOfBuild(builds[release])).toBe(release);
    }
  });
});

describe('releaseName', () => {
  it('writes releases as people do', () => {
    expect(windowsReleases.map(releaseName)).toEqual([
      'Windows Server 2008',
      'Windows Server 2008 SP2',
      'Windows Server 2008 R2',
      'Windows Server 2012',
      'Windows Server 2012 R2',
      'Windows Server 2016',
      'Windows Server 2019',
      'Windows Server 2022',
      'Windows Server 2025',
    ]);
  });
});

describe('protocolDefault', () => {
  it('is unknown for an unknown release, whatever the protocol', () => {
    for (const protocol of protocols) {
      for (const role of roles) expect(protocolDefault(null, protocol, role)).toBe('unknown');
    }
  });

  it('is the same in both roles, but for SSL 2.0 before 2012', () => {
    const uneven = windowsReleases.flatMap((release) =>
      protocols
        .filter(
          (protocol) => protocolDefault(release, protocol, 'client') !== protocolDefault(release, protocol, 'server'),
        )
        .map((protocol) => `${release} ${protocol}`),
    );
    expect(uneven).toEqual(['2008 SSL 2.0', '2008SP2 SSL 2.0', '2008R2 SSL 2.0']);
  });
});
