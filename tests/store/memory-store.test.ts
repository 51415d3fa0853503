import { describe } from 'vitest';
import { memoryStore } from '../../server/store/memory-store.ts';
import { storeContract } from '../contracts/store-contract.ts';

describe('the store in memory', () => {
  storeContract(() => Promise.resolve(memoryStore()));
});
