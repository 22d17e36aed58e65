-- Posts events as fast as answers come. Arguments: the file with the events' texts, a prefix of the event ids, the API key, events a body.

local texts = {}
local sent = 0
local prefix, per_body, head

function init(arguments)
  prefix = arguments[2]
  per_body = tonumber(arguments[4])
  for line in io.lines(arguments[1]) do
    texts[#texts + 1] = line
  end
  head = "POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer "
    .. arguments[3] .. "\r\nContent-Length: "
end

local function event()
  sent = sent + 1
  return string.format('{"eventId":"%s%09d",', prefix, sent) .. texts[sent % #texts + 1]
end

function request()
  local body
  if per_body == 1 then
    body = event()
  else
    local events = {}
    for i = 1, per_body do
      events[i] = event()
    end
    body = "[" .. table.concat(events, ",") .. "]"
  end
  return head .. #body .. "\r\n\r\n" .. body
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d\n", summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
