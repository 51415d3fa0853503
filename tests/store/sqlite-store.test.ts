import { describe } from 'vitest';
import { storeContract } from '../contracts/store-contract.ts';
import { dataFolder, openStore } from './data-folder.ts';

describe('the store on a SQLite file', () => {
  storeContract(() => openStore(dataFolder()));
});
