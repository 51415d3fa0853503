import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { SavedProof } from '../../../src/lib/room/saved-proof.ts';

function clientAndServer() {
  const client = new Y.Doc();
  const server = new Y.Doc();
  const proof = new SavedProof(client);
  const sent: Uint8Array[] = [];
  client.on('update', (update: Uint8Array, origin: unknown) => origin === 'server' || sent.push(update));
  client.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.origin !== 'server') proof.noteDeletes(transaction.deleteSet);
  });
  const connect = () => {
    proof.beginConnection();
    proof.hearStateVector(Y.encodeStateVector(server));
    const whole = Y.encodeStateAsUpdate(server, Y.encodeStateVector(client));
    Y.applyUpdate(client, whole, 'server');
    proof.hearWhole(whole);
  };
  /** What the server casts once it has committed the update. */
  const commit = (update: Uint8Array) => {
    const casts: Uint8Array[] = [];
    server.once('update', (bytes: Uint8Array) => casts.push(bytes));
    Y.applyUpdate(server, update);
    return casts[0]!;
  };
  return { client, server, proof, sent, connect, commit, text: client.getText('t') };
}

describe('[SYNC-8] what the server has shown that it holds', () => {
  test('nothing is saved before the server has sent its state', () => {
    const { proof, connect } = clientAndServer();
    expect(proof.holdsAll).toBe(false);
    connect();
    expect(proof.holdsAll).toBe(true);
  });

  test('typed words are saved when the cast of them arrives, and not before', () => {
    const { proof, connect, commit, sent, text } = clientAndServer();
    connect();
    text.insert(0, 'hello');
    expect(proof.holdsAll).toBe(false);
    proof.hearCast(commit(sent[0]!));
    expect(proof.holdsAll).toBe(true);
  });

  test('the cast of a later edit proves the earlier ones, since the server holds no gaps', () => {
    const { proof, connect, commit, sent, text } = clientAndServer();
    connect();
    text.insert(0, 'a');
    text.insert(1, 'b');
    commit(sent[0]!);
    proof.hearCast(commit(sent[1]!));
    expect(proof.holdsAll).toBe(true);
  });

  test('a deletion is saved only when a delete set covers all of it', () => {
    const { proof, connect, commit, sent, text } = clientAndServer();
    connect();
    text.insert(0, 'hello');
    proof.hearCast(commit(sent[0]!));
    text.delete(0, 2);
    text.delete(1, 1);
    expect(proof.holdsAll).toBe(false);
    proof.hearCast(commit(sent[1]!));
    expect(proof.holdsAll).toBe(false);
    proof.hearCast(commit(sent[2]!));
    expect(proof.holdsAll).toBe(true);
  });

  test('a lost cast is made good by the state at the next connection', () => {
    const { proof, connect, commit, sent, text } = clientAndServer();
    connect();
    text.insert(0, 'hello');
    text.delete(1, 2);
    sent.forEach(commit);
    expect(proof.holdsAll).toBe(false);
    connect();
    expect(proof.holdsAll).toBe(true);
  });

  test('an older server after a backup was restored does not hold what it once proved', () => {
    const { client, proof, connect, commit, sent, text } = clientAndServer();
    connect();
    text.insert(0, 'hello');
    proof.hearCast(commit(sent[0]!));
    expect(proof.holdsAll).toBe(true);
    const restored = new Y.Doc();
    proof.beginConnection();
    proof.hearStateVector(Y.encodeStateVector(restored));
    proof.hearWhole(Y.encodeStateAsUpdate(restored, Y.encodeStateVector(client)));
    expect(proof.holdsAll).toBe(false);
  });

  test('deletions in a stored copy count until the server has shown that it knows them', () => {
    const stored = new Y.Doc();
    stored.getText('t').insert(0, 'hello');
    const server = new Y.Doc();
    Y.applyUpdate(server, Y.encodeStateAsUpdate(stored));
    stored.getText('t').delete(0, 5);
    const proof = new SavedProof(stored);
    proof.beginConnection();
    proof.hearStateVector(Y.encodeStateVector(server));
    proof.hearWhole(Y.encodeStateAsUpdate(server, Y.encodeStateVector(stored)));
    expect(proof.holdsAll).toBe(false);
    proof.hearCast(Y.encodeStateAsUpdate(stored));
    expect(proof.holdsAll).toBe(true);
  });
});
