// The names of the channel map without their schemas, so that the preload stays small. The compiler keeps both lists equal.
import type { Channel, MainEvent } from '../../protocol/ipc/channels.ts';

const asks: Readonly<Record<Channel, true>> = {
  'app.info': true,
  'app.diskRoom': true,
  'app.leave': true,
  'vault.status': true,
  'vault.prepare': true,
  'vault.commit': true,
  'vault.unlock': true,
  'vault.pageKey': true,
  'blob.begin': true,
  'blob.append': true,
  'blob.finish': true,
  'blob.cancel': true,
  'blob.has': true,
  'blob.remove': true,
  'blob.upload': true,
  'blob.download': true,
  'blob.halt': true,
  'blob.free': true,
  'ocr.read': true,
  'ocr.cancel': true,
  'paper.extract': true,
  'paper.attachments': true,
  'search.put': true,
  'search.remove': true,
  'search.clear': true,
  'search.query': true,
  'search.related': true,
  'search.count': true,
  'model.settings': true,
  'model.choose': true,
  'model.ask': true,
  'model.stop': true,
  'research.status': true,
  'research.choose': true,
  'research.search': true,
  'research.page': true,
  'research.open': true,
  'session.status': true,
  'session.signUp': true,
  'session.signIn': true,
  'session.signOut': true,
  'sign.key': true,
  'sign.entry': true,
  'sign.verify': true,
  'file.save': true,
  'notice.show': true,
  'log.write': true,
  'log.open': true,
  'log.export': true,
  'data.setAside': true,
};

const events: Readonly<Record<MainEvent, true>> = {
  'blob.progress': true,
  'model.text': true,
  'app.awake': true,
  'app.closing': true,
  'notice.opened': true,
  'app.join': true,
};

export const isChannel = (name: unknown): name is Channel => typeof name === 'string' && Object.hasOwn(asks, name);

export const isMainEvent = (name: unknown): name is MainEvent =>
  typeof name === 'string' && Object.hasOwn(events, name);
