-- Drops a log from Redis, if the archive holds all of it (ARCH-5). Its typed twin is evict.ts.
--
-- KEYS  1 state  2 log  3 seen  4 snapshot  5 archived
-- ARGV  1 'archived': only what is archived;  'discard': drop entries that no archive holds too
--
-- Reply: EVICTED, NOT_LIVE (nothing was there) or NOT_ARCHIVED (nothing was dropped)

local stored = redis.call('HMGET', KEYS[1], 'seq', 'link')
if not stored[1] or not stored[2] then return { 'NOT_LIVE' } end
if ARGV[1] ~= 'discard' then
  local cursor = redis.call('GET', KEYS[5]) or ''
  local here = stored[1] .. ':' .. stored[2] .. ':'
  if string.sub(cursor, 1, #here) ~= here then return { 'NOT_ARCHIVED' } end
end
redis.call('DEL', KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5])
return { 'EVICTED' }
