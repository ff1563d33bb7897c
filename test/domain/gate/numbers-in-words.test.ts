/** Numbers in words: the same number passes however it is put, and no other does. */
import { expect, test } from 'vitest';
import { gateVerdict } from '../../support/gate-verdict.ts';

const FLOOD = 'Flood in Basra\nSome 250 people were evacuated from the old port of Basra on Monday.';
const HALF = 'فيضان في البصرة\nأجلت السلطات نصف مليون شخص من أحياء البصرة القديمة.';
const THOUSANDS = 'فيضان في البصرة\nأجلت السلطات 2000 شخص من أحياء البصرة القديمة.';

test.each([
  [FLOOD, 'Two hundred and fifty people were evacuated from the old port of Basra on Monday.', 'passes'],
  [FLOOD, 'One million people were evacuated from the old port of Basra on Monday.', 'numbers'],
  [FLOOD, 'A million people were evacuated from the old port of Basra on Monday.', 'numbers'],
  [FLOOD, 'Two hundred and fifty thousand people were evacuated from the old port of Basra.', 'numbers'],
  [FLOOD, 'Fifty people were evacuated from the old port of Basra on Monday.', 'numbers'],
  [HALF, 'أجلت السلطات 500 ألف شخص من أحياء البصرة القديمة.', 'passes'],
  [HALF, 'أجلت السلطات مليون شخص من أحياء البصرة القديمة.', 'numbers'],
  [THOUSANDS, 'أجلت السلطات ألفي شخص من أحياء البصرة القديمة.', 'passes'],
  [THOUSANDS, 'أجلت السلطات ألفين ومئتي شخص من أحياء البصرة القديمة.', 'numbers'],
  [THOUSANDS, 'أجلت السلطات ألفا شخص من أحياء البصرة القديمة.', 'passes'],
])('of %j %j: %s', (article, summary, verdict) => expect(gateVerdict(article, summary)).toBe(verdict));
