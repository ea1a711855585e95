-- One bid: checks it, appends it, publishes it (BIDLUA-1 to BIDLUA-4, CMD-1 to CMD-4, LOG-1 to LOG-4).
-- Its typed twin is bid.ts. The checks are those of `bidRefusal` in packages/auction, in the same order (BID-1 to BID-9).
--
-- KEYS  1 state  2 log  3 seen  4 channel
-- ARGV  1 by           who bids: a user id
--       2 commandId
--       3 sum          12 hex digits: the command's short hash, actor included
--       4 epoch        of the log as the bidder knows it
--       5 lot
--       6 amount       smallest unit, as digits
--       7 floorTeam    the team a raised hand belongs to; empty: the bidder's own paddle
--
-- Reply, all strings; `seq` is where the log stands, `nowMs` the store's clock:
--   OK           seq nowMs count link      written; count is 1
--   REPEATED     seq nowMs count           this command was accepted before: its first answer
--   REFUSED      seq nowMs code [name value ...]   details are whole numbers; `category` is a text and comes last
--   USE_COMMIT   seq nowMs                 this log's bids are decided by the core
--   BAD_ARGUMENT name                      the caller is broken
--
-- Everything is checked before the first write, because Redis does not roll back. A field that is missing or unreadable refuses.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local function digits(n)
  return string.format('%.0f', n)
end

local function isId(s)
  return s ~= nil and #s <= 40 and string.find(s, '^[%w_-]+$') ~= nil
end

-- A whole positive number below 1e14: no sign, point, exponent, hexadecimal or leading zero.
local function isAmount(s)
  return s ~= nil and #s <= 14 and string.find(s, '^[1-9]%d*$') ~= nil
end

local by, commandId, sum, epoch, lot, amount, floorTeam = unpack(ARGV)
if not isId(by) then return { 'BAD_ARGUMENT', 'by' } end
if not isId(commandId) then return { 'BAD_ARGUMENT', 'commandId' } end
if not sum or not string.find(sum, '^%x%x%x%x%x%x%x%x%x%x%x%x$') then return { 'BAD_ARGUMENT', 'sum' } end
if not epoch or not string.find(epoch, '^%d+$') then return { 'BAD_ARGUMENT', 'epoch' } end
if not lot or not amount or not floorTeam then return { 'BAD_ARGUMENT', 'count' } end

local stored = redis.call('HMGET', KEYS[1], 'seq', 'link', 'epoch', 'phase', 'path', 'ladder', 'jump', 'extendMs',
  'deadlineMs', 'heldUntilMs', 'stopped', 'lot', 'leader', 'min', 'p:' .. by, 'stage')
local seq, link = stored[1], stored[2]

local function refused(code, ...)
  return { 'REFUSED', seq or '0', digits(now), code, ... }
end

for i = 1, 10 do
  if not stored[i] then return refused('NOT_LIVE') end
end
if stored[11] then return refused('NOT_LIVE') end

local known = redis.call('HGET', KEYS[3], commandId)
if known then
  local knownSum, knownSeq, count = string.match(known, '^(%x+):(%d+):(%d+)$')
  if knownSum ~= sum then return refused('ID_REUSED') end
  return { 'REPEATED', knownSeq, digits(now), count }
end

local logEpoch = tonumber(stored[3])
if not logEpoch then return refused('NOT_LIVE') end
if tonumber(epoch) < logEpoch then return refused('STALE_EPOCH') end
if stored[5] ~= 'script' then return { 'USE_COMMIT', seq, digits(now) } end

if not isAmount(amount) then return refused('BAD_AMOUNT') end

local phase = stored[4]
if phase == 'scheduled' then return refused('NOT_STARTED') end
if phase == 'paused' then return refused('PAUSED') end
if phase == 'ended' then return refused('ENDED') end
if phase ~= 'running' then return refused('NOT_LIVE') end

if not stored[12] then return refused('NO_LOT') end
if stored[12] ~= lot then return refused('WRONG_LOT') end
if not stored[16] then return refused('NOT_LIVE') end
if stored[16] ~= 'bidding' then return refused('BIDDING_CLOSED') end

local heldUntil = stored[10]
if heldUntil ~= '' and not (now >= (tonumber(heldUntil) or math.huge)) then return refused('HELD') end

local floor = floorTeam ~= ''
local team = floor and floorTeam or stored[15]
local standing = isId(team or nil) and redis.call('HGET', KEYS[1], 't:' .. team)
if not standing then return refused(floor and 'UNKNOWN_TEAM' or 'NOT_A_PADDLE') end

local deadline = stored[9]
local deadlineMs = nil
if deadline ~= '' then
  deadlineMs = tonumber(deadline)
  if not deadlineMs or now >= deadlineMs then return refused('TIME_UP') end
end

local leader, min = stored[13], stored[14]
if not leader or not min then return refused('NOT_LIVE') end
if leader == team then return refused('ALREADY_LEADING') end

local limit, open = string.match(standing, '^ok:(%d+):(%d+)$')
if not limit then
  local code, details, category = string.match(standing, '^no:([A-Z_]+):([a-z=%d,]*):(.*)$')
  if not code then return refused('NOT_LIVE') end
  local detail = {}
  for name, value in string.gmatch(details, '(%a+)=(%d+)') do
    detail[#detail + 1] = name
    detail[#detail + 1] = value
  end
  if category ~= '' then
    detail[#detail + 1] = 'category'
    detail[#detail + 1] = category
  end
  return refused(code, unpack(detail))
end

local price, minimum = tonumber(amount), tonumber(min)
if not minimum then return refused('NOT_LIVE') end
if price < minimum then return refused('BELOW_MINIMUM', 'minimum', min) end
if price > minimum then
  local grid = tonumber(stored[7])
  if not grid or math.fmod(price, grid) ~= 0 then return refused('OFF_GRID', 'minimum', min) end
end
if price > tonumber(limit) then return refused('LIMIT_EXCEEDED', 'limit', limit, 'open', open) end

-- The next price: the band is chosen by this one, and prices return to the band's grid (LADDER-1).
local step = nil
for from, s in string.gmatch(stored[6], '(%d+),(%d+)') do
  if tonumber(from) <= price then step = tonumber(s) end
end
if not step or step <= 0 then return refused('NOT_LIVE') end
local nextMin = math.floor(price / step) * step + step

-- A late bid moves the deadline to at least `extendMs` after it, and never nearer (CLOCK-3).
if deadlineMs and stored[8] ~= '' then
  local extendMs = tonumber(stored[8])
  if not extendMs then return refused('NOT_LIVE') end
  deadline = digits(math.max(deadlineMs, now + extendMs))
end

local newSeq = digits(tonumber(seq) + 1)
local body = '{"type":"BidPlaced","atMs":' .. digits(now) .. ',"by":"' .. by .. '","cmd":"' .. commandId .. '","sum":"' .. sum
  .. '","lot":' .. lot .. ',"team":"' .. team .. '","amount":' .. amount .. ',"floor":' .. tostring(floor) .. '}'
local newLink = redis.sha1hex(link .. body)

redis.call('XADD', KEYS[2], newSeq .. '-0', 'b', body, 'l', newLink)
redis.call('HSET', KEYS[1], 'seq', newSeq, 'link', newLink, 'price', amount, 'leader', team, 'bid', newSeq,
  'min', digits(nextMin), 'going', '0', 'deadlineMs', deadline, 'heldUntilMs', '')
redis.call('HSET', KEYS[3], commandId, sum .. ':' .. newSeq .. ':1')
redis.call('SPUBLISH', KEYS[4], newSeq .. ' ' .. newLink .. ' ' .. body)
return { 'OK', newSeq, digits(now), '1', newLink }
