-- Drops a log from Redis, if the archive holds all of it (ARCH-5). Its typed twin is evict.ts.
--
-- KEYS  1 state  2 log  3 seen  4 snapshot  5 archived
-- ARGV  1 'archived': only what is archived;  'discard': drop entries that no archive holds too, and what is left of a log that is not live
--
-- Reply: EVICTED, NOT_LIVE (nothing was there) or NOT_ARCHIVED (nothing was dropped)

if ARGV[1] == 'discard' then
  local live = redis.call('EXISTS', KEYS[1])
  redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5])
  return { live == 1 and 'EVICTED' or 'NOT_LIVE' }
end
local stored = redis.call('HMGET', KEYS[1], 'seq', 'link')
if not stored[1] or not stored[2] then return { 'NOT_LIVE' } end
local cursor = redis.call('GET', KEYS[5]) or ''
local here = stored[1] .. ':' .. stored[2] .. ':'
if string.sub(cursor, 1, #here) ~= here then return { 'NOT_ARCHIVED' } end
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5])
return { 'EVICTED' }
