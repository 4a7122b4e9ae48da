import assert from 'node:assert/strict';
import { hostsPattern } from '../../../../src/core/measure/hostsPattern.ts';
import { lookUpHosts } from '../../../../src/core/measure/lookUpHosts.ts';
import { whyNotAsked } from '../../../../src/core/measure/whyNotAsked.ts';

describe('a name in a hosts file', () => {
  const hosts =
    '127.0.0.1\tlocalhost\n::1 localhost\n172.18.0.3\ttomcat02 3e7188ad5609 # a link\n#1.2.3.4 no\n';

  it('has the addresses of every line that lists it, in upper and lower case', () => {
    assert.deepEqual(lookUpHosts(hosts, 'LocalHost'), ['127.0.0.1', '::1']);
    assert.deepEqual(lookUpHosts(hosts, 'tomcat02'), ['172.18.0.3']);
  });

  it('has none from a comment', () => {
    assert.deepEqual(lookUpHosts(hosts, 'no'), []);
    assert.deepEqual(lookUpHosts(hosts, 'link'), []);
  });

  it('is matched by a pattern that leaves no sign with a meaning to the shell', () => {
    assert.equal(hostsPattern('Web-1.my_net'), '[wW][eE][bB]-1.[mM][yY]_[nN][eE][tT]');
    assert.equal(hostsPattern('a*]\\$('), '[aA]?????');
  });
});

describe('a text that is no name', () => {
  it('is not asked for, and a sentence says why', () => {
    for (const text of ['', '  ', '-x', 'has space', 'new\nline', 'x'.repeat(254)])
      assert.ok(whyNotAsked(text), text);
  });

  it('is a text that no program takes; odd characters are no reason', () => {
    for (const name of ['web', 'ünï', '*', '$(id)', "a'b", 'under_score', 'x'.repeat(253)]) {
      assert.equal(whyNotAsked(name), undefined, name);
    }
  });
});
