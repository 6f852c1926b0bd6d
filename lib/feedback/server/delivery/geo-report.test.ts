import { describe, expect, test } from 'vitest';
import {
  readDate,
  readDefinition,
  readDiscovery,
  readDocument,
  readErrors,
  readRequests,
  readServices,
  UnreadableError,
  writeDate,
} from './geo-report';

const ids = (body: string) => readRequests(readDocument(body)).map((row) => row.service_request_id);

describe('ids', () => {
  test.each([
    ['the number 0 is an id', '[{"service_request_id":0}]', ['0']],
    [
      'a number beyond 2^53 keeps its digits',
      '[{"service_request_id":90071992547409931}]',
      ['90071992547409931'],
    ],
    ['leading zeros of the specification', '[{"service_request_id":001}]', ['001']],
    ['text stays text', '[{"service_request_id":"007"}]', ['007']],
    ['a list under its name', '{"service_requests":[{"service_request_id":5}]}', ['5']],
    ['a single object', '{"service_request_id":"5"}', ['5']],
    [
      'a single element is a list of one',
      '<service_requests><request><service_request_id>007</service_request_id></request></service_requests>',
      ['007'],
    ],
    [
      'an empty element is no id',
      '<service_requests><request><service_request_id/><token>t</token></request></service_requests>',
      [undefined],
    ],
    ['an object is no id', '[{"service_request_id":{"nil":"true"},"token":"t"}]', [undefined]],
    ['an empty list', '<service_requests/>', []],
  ])('%s', (_, body, wanted) => {
    expect(ids(body)).toEqual(wanted);
  });
});

test.each([
  ['nothing', ''],
  ['half a list of XML', '<service_requests><request><service_request_id>1</service_request_id></request>'],
  ['half a list of JSON', '[{"service_request_id":1},'],
  ['a page of HTML', '<html><body>Login</body></html>'],
  ['entities of its own', '<!DOCTYPE x [<!ENTITY a "b">]><service_requests/>'],
  ['a bare number', '7'],
])('%s is no list of suggestions', (_, body) => {
  expect(() => ids(body)).toThrow(UnreadableError);
});

test('errors, several, in both forms; codes as text; never taken for suggestions', () => {
  const json = readDocument('[{"code":403,"description":"key"},{"code":"404","description":"x"}]');
  expect(readErrors(json).map(({ code }) => code)).toEqual(['403', '404']);
  expect(() => readRequests(json)).toThrow(UnreadableError);
  const xml = readDocument('<errors><error><code>400</code><description>down</description></error></errors>');
  expect(readErrors(xml)).toEqual([{ code: '400', description: 'down' }]);
  expect(readErrors(readDocument('[{"service_code":"1","description":"a service"}]'))).toEqual([]);
});

test('services: metadata as text or truth, unknown types count as realtime', () => {
  const services = readServices(
    readDocument(
      '[{"service_code":1,"metadata":"false","type":"batch"},{"service_code":"b","metadata":true,"type":"?"},{"service_name":"no code"}]',
    ),
  );
  expect(services).toMatchObject([
    { service_code: '1', metadata: false, type: 'batch' },
    { service_code: 'b', metadata: true, type: 'realtime' },
  ]);
});

test('a definition reads the same from XML and JSON', () => {
  const json =
    '{"service_code":"a","attributes":[{"code":"x","datatype":"singlevaluelist","variable":"true","values":[{"key":1,"name":"One"}]}]}';
  const xml =
    '<service_definition><service_code>a</service_code><attributes><attribute><code>x</code><datatype>singlevaluelist</datatype><variable>true</variable><values><value><key>1</key><name>One</name></value></values></attribute></attributes></service_definition>';
  const wanted = [
    { code: 'x', variable: true, datatype: 'singlevaluelist', values: [{ key: '1', name: 'One' }] },
  ];
  expect(readDefinition(readDocument(json))).toMatchObject(wanted);
  expect(readDefinition(readDocument(xml))).toMatchObject(wanted);
});

test('discovery: production before test, other specifications passed over', () => {
  const endpoint = (type: string, url: string, specification = 'http://wiki.open311.org/GeoReport_v2') => ({
    specification,
    url,
    type,
    formats: ['text/xml'],
  });
  const document = {
    endpoints: [
      endpoint('production', 'https://a.example/', 'other'),
      endpoint('test', 'https://b.example/'),
      endpoint('production', 'https://c.example/'),
    ],
  };
  expect(readDiscovery(readDocument(JSON.stringify(document)))).toMatchObject({
    url: 'https://c.example/',
    formats: ['text/xml'],
  });
  expect(
    readDiscovery(
      readDocument(
        '<dicovery><endpoints><endpoint><specification>http://wiki.open311.org/GeoReport_v2</specification><url>https://d.example/</url><formats><format>text/xml</format></formats></endpoint></endpoints></dicovery>',
      ),
    ),
  ).toMatchObject({ url: 'https://d.example/' });
});

test.each([
  ['2026-11-26T08:00:00Z', '2026-11-26T08:00:00Z'],
  ['2026-11-26T08:00:00-0800', '2026-11-26T16:00:00Z'],
  ['2026-11-26T08:00:00.123+08:00', '2026-11-26T00:00:00Z'],
  ['2026-11-26T08:00:00', '2026-11-26T00:00:00Z'],
  ['2026-11-26 08:00:00', '2026-11-26T00:00:00Z'],
  ['2026-11-26', '2026-11-25T16:00:00Z'],
])('%s without a zone is the time of the city', (written, wanted) => {
  expect(writeDate(readDate(written) ?? Number.NaN)).toBe(wanted);
});
test.each(['', 'tomorrow', '2026-13-45T00:00:00Z', '26/11/2026'])('"%s" is no date', (written) => {
  expect(readDate(written)).toBeUndefined();
});
