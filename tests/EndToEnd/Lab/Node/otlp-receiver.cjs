// An OTLP/HTTP receiver of logs that takes a batch only where OpenTelemetry's own generated code for protocol buffers reads it and writes
// the very same bytes again: an unknown field, a wrong wire type, a default that is spelt out, or a broken message is a 400.
//   node otlp-receiver.cjs MODULES FOLDER [KEY CERTIFICATE]
// In FOLDER: 'port' once it listens; 'log.jsonl', a line for every record it took; 'wrong', what it could not read; 'requests', the heads;
// 'mode', read before each batch: {"refuse":"text"} 400 for a batch that holds it, {"busy":n} 503 for the first n, {"hold":"file"} no answer
// until that file is there, {"gzip":…} none. It writes before it answers, as a collector with a file exporter does, and takes up where it was.
const fs = require('fs'), path = require('path');
const [modules, folder, key, certificate] = process.argv.slice(2);
const { opentelemetry } = require(path.join(modules, '@opentelemetry/otlp-transformer/build/src/generated/root.js'));
const Request = opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
const at = name => path.join(folder, name);
let answered = 0;

function read(body) {
    const message = Request.decode(body);
    const wrong = Request.verify(message);
    if (wrong) throw new Error(wrong);
    if (!Buffer.from(Request.encode(message).finish()).equals(body)) throw new Error('it does not come out as it went in: unknown fields, wrong types or defaults');
    const logs = [];
    for (const resourceLogs of message.resourceLogs) {
        const resource = attributes(resourceLogs.resource.attributes);
        for (const scopeLogs of resourceLogs.scopeLogs)
            for (const record of scopeLogs.logRecords) {
                if (!record.body || typeof record.body.stringValue !== 'string') throw new Error('a record without a body');
                if (record.severityNumber < 1 || record.severityNumber > 24) throw new Error('severity ' + record.severityNumber);
                logs.push({
                    body: record.body.stringValue, event: record.eventName, severity: record.severityNumber, time: String(record.timeUnixNano),
                    observed: String(record.observedTimeUnixNano), attributes: attributes(record.attributes), resource, scope: scopeLogs.scope.name
                });
            }
    }
    return logs;
}

function attributes(pairs) {
    const all = {};
    for (const { key, value } of pairs) {
        if (!key || key in all) throw new Error('the attribute ' + key + ' is empty or stands twice');
        all[key] = value.arrayValue ? value.arrayValue.values.map(v => v.stringValue) : value.stringValue;
    }
    return all;
}

async function answer(request, body) {
    fs.appendFileSync(at('requests'), JSON.stringify({ method: request.method, url: request.url, headers: request.headers }) + '\n');
    if (request.method !== 'POST' || request.url !== '/v1/logs') return [404, ''];
    if (request.headers['content-type'] !== 'application/x-protobuf') return [415, ''];
    const mode = fs.existsSync(at('mode')) ? JSON.parse(fs.readFileSync(at('mode'), 'utf8')) : {};
    if (mode.busy && answered++ < mode.busy) return [503, '', { 'Retry-After': '1' }];
    while (mode.hold && !fs.existsSync(mode.hold)) await new Promise(on => setTimeout(on, 20));
    let logs;
    try {
        logs = read(body);
    } catch (wrong) {
        fs.appendFileSync(at('wrong'), wrong.message + '\n');
        return [400, wrong.message];
    }
    if (mode.refuse && logs.some(l => l.body.includes(mode.refuse))) return [400, 'refused'];
    fs.appendFileSync(at('log.jsonl'), logs.map(l => JSON.stringify(l) + '\n').join(''));
    return [200, Buffer.alloc(0)];
}

function serve(request, response) {
    const parts = [];
    request.on('data', part => parts.push(part));
    request.on('end', async () => {
        const [status, body, headers] = await answer(request, Buffer.concat(parts));
        response.writeHead(status, { 'Content-Type': 'application/x-protobuf', ...headers });
        response.end(body);
    });
}

const server = key
    ? require('https').createServer({ key: fs.readFileSync(key), cert: fs.readFileSync(certificate) }, serve)
    : require('http').createServer(serve);
server.listen(fs.existsSync(at('port')) ? Number(fs.readFileSync(at('port'), 'utf8')) : 0, '127.0.0.1', () => {
    fs.writeFileSync(at('port.part'), String(server.address().port));
    fs.renameSync(at('port.part'), at('port'));
    fs.writeFileSync(at('listens'), '');
});
