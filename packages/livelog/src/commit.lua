-- Compare-and-append: everything that is not a plain bid (COMMIT-1 to COMMIT-5, CMD-1 to CMD-4, LOG-1 to LOG-4).
-- Its typed twin is commit.ts. The core has decided; this checks that what it looked at still stands, then appends.
--
-- KEYS  1 state  2 log  3 seen  4 channel  5 fence
-- ARGV  1 mode         at:   the log must stand at `seq` with `link`
--                      hold: whatever the seq, while lot `seq` is open; not remembered in `seen` (STARVE-1)
--                      any:  whatever the seq
--                      new:  no log is live here; it begins after `seq` with `link` (0 and zeros, or what the archive holds)
--       2 seq          3 link
--       4 epoch        the command's; empty: of now
--       5 commandId    6 sum (12 hex digits)
--       7 notBeforeMs  8 notAfterMs   the decision holds from then, and until before then; empty: always
--       9 deadline    10 held         how the lot's two times move: keep | empty: none | +n: now + n | >n: at least now + n | =n: at n
--      11 token        of the fence that a restore holds; empty: none
--      12 entries     13 sets         14 deletes   how many follow
--      then entries x (type, rest of the body after atMs), sets x (field, value) of `state`, deletes x field of `state`
--
-- Reply, all strings; `seq` is where the log stands, `nowMs` the store's clock:
--   OK           seq nowMs count link   written; with no entries: the log stands as said, nothing was written
--   REPEATED     seq nowMs count        this command was accepted before: its first answer
--   REFUSED      seq nowMs code         NOT_LIVE, ID_REUSED, STALE_EPOCH
--   CONFLICT     seq nowMs              the log stands elsewhere: read it and decide again
--   TOO_EARLY    seq nowMs              the log stands as said, the clock does not: decide again at nowMs
--   TOO_LATE     seq nowMs              likewise
--   BAD_ARGUMENT name                   the caller is broken
--
-- Everything is checked before the first write, because Redis does not roll back.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function digits(n)
  return string.format('%.0f', n)
end

local function bad(name)
  return { 'BAD_ARGUMENT', name }
end

local mode, atSeq, atLink, epoch, commandId, sum = ARGV[1], ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
if mode ~= 'at' and mode ~= 'hold' and mode ~= 'any' and mode ~= 'new' then return bad('mode') end
if not string.find(atSeq or '', '^%d*$') then return bad('seq') end
if not string.find(atLink or '', '^%x*$') then return bad('link') end
if not string.find(epoch or '', '^%d*$') then return bad('epoch') end
if not string.find(commandId or '', '^[%w_.-]+$') or #commandId > 40 then return bad('commandId') end
if not string.find(sum or '', '^%x%x%x%x%x%x%x%x%x%x%x%x$') then return bad('sum') end
if not string.find(ARGV[7] or '', '^%d*$') or not string.find(ARGV[8] or '', '^%d*$') then return bad('window') end

local counts = {}
for i = 12, 14 do
  if not string.find(ARGV[i] or '', '^%d+$') then return bad('count') end
  counts[i] = tonumber(ARGV[i])
end
local entries, sets, deletes = counts[12], counts[13], counts[14]
if #ARGV ~= 14 + entries * 2 + sets * 2 + deletes then return bad('count') end

local function isTime(form)
  return form == 'keep' or form == '' or string.find(form, '^[+>=]%d+$') ~= nil
end
if not isTime(ARGV[9]) or not isTime(ARGV[10]) then return bad('times') end

local stored = redis.call('HMGET', KEYS[1], 'seq', 'link', 'epoch', 'deadlineMs', 'heldUntilMs', 'stopped', 'lot')
local live = stored[1] and stored[2] and stored[3] and stored[4] and stored[5]

local function reply(tag, ...)
  return { tag, live and stored[1] or '0', digits(now), ... }
end

if not live and mode ~= 'new' then return reply('REFUSED', 'NOT_LIVE') end
if stored[6] then return reply('REFUSED', 'NOT_LIVE') end

if live then
  local known = redis.call('HGET', KEYS[3], commandId)
  if known then
    local knownSum, knownSeq, count = string.match(known, '^(%x+):(%d+):(%d+)$')
    if knownSum ~= sum then return reply('REFUSED', 'ID_REUSED') end
    return { 'REPEATED', knownSeq, digits(now), count }
  end
  if epoch ~= '' and tonumber(epoch) < (tonumber(stored[3]) or math.huge) then return reply('REFUSED', 'STALE_EPOCH') end
end

local seq, link
if mode == 'new' then
  if stored[1] then return reply('CONFLICT') end
  if (redis.call('GET', KEYS[5]) or '') ~= ARGV[11] then return reply('CONFLICT') end
  local last = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', 1)[1]
  if (last and last[1] or '0-0') ~= atSeq .. '-0' then return reply('CONFLICT') end
  seq, link = atSeq, atLink
else
  seq, link = stored[1], stored[2]
  if mode == 'at' and (seq ~= atSeq or link ~= atLink) then return reply('CONFLICT') end
  if mode == 'hold' and stored[7] ~= atSeq then return reply('CONFLICT') end
end
if ARGV[7] ~= '' and now < tonumber(ARGV[7]) then return reply('TOO_EARLY') end
if ARGV[8] ~= '' and now >= tonumber(ARGV[8]) then return reply('TOO_LATE') end

if entries == 0 then return reply('OK', '0', link) end

local at = digits(now)
local bodies = {}
for i = 1, entries do
  local kind, rest = ARGV[13 + i * 2], ARGV[14 + i * 2]
  if not string.find(kind, '^%a+$') or not string.find(rest, '^"by":"[^%c]*}$') then return bad('entry') end
  bodies[i] = '{"type":"' .. kind .. '","atMs":' .. at .. ',' .. rest
end

-- `deadlineMs` and the like move only by the store's clock, so they never come as plain fields.
local own = { seq = true, link = true, deadlineMs = true, heldUntilMs = true, stopped = true }
local firstSet = 15 + entries * 2
local firstDelete = firstSet + sets * 2
for i = 0, sets - 1 do
  if own[ARGV[firstSet + i * 2]] then return bad('field') end
end
for i = 0, deletes - 1 do
  if own[ARGV[firstDelete + i]] then return bad('field') end
end

local function moved(form, current)
  if form == 'keep' then return current or '' end
  if form == '' then return '' end
  local kind, n = string.match(form, '^([+>=])(%d+)$')
  if kind == '=' then return n end
  local from = now + tonumber(n)
  if kind == '>' then from = math.max(from, tonumber(current) or 0) end
  return digits(from)
end
local deadline, held = moved(ARGV[9], stored[4]), moved(ARGV[10], stored[5])

local number = tonumber(seq)
local messages = {}
for i = 1, entries do
  number = number + 1
  link = redis.sha1hex(link .. bodies[i])
  redis.call('XADD', KEYS[2], digits(number) .. '-0', 'b', bodies[i], 'l', link)
  messages[i] = digits(number) .. ' ' .. link .. ' ' .. bodies[i]
end
seq = digits(number)
redis.call('HSET', KEYS[1], 'seq', seq, 'link', link, 'deadlineMs', deadline, 'heldUntilMs', held)
for i = 0, sets - 1 do
  redis.call('HSET', KEYS[1], ARGV[firstSet + i * 2], ARGV[firstSet + i * 2 + 1])
end
for i = 0, deletes - 1 do
  redis.call('HDEL', KEYS[1], ARGV[firstDelete + i])
end
if mode ~= 'hold' then
  redis.call('HSET', KEYS[3], commandId, sum .. ':' .. seq .. ':' .. digits(entries))
end
if mode == 'new' and ARGV[11] ~= '' then redis.call('DEL', KEYS[5]) end
for i = 1, entries do
  redis.call('SPUBLISH', KEYS[4], messages[i])
end
return { 'OK', seq, at, digits(entries), link }
