-- The requests of `make bench` for wrk: load.lua MODE TOKEN RUN RECORDS.
-- Modes: get (the URL as it is), one (a record by random id), mine (every 200th of them), page (its
-- page), bare (the same from the yardstick), create (a new customer each time). Prints one line of
-- JSON at the end.

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  mode, run, records = args[1], args[3], tonumber(args[4])
  count = 0
  math.randomseed(number * 7919)
  headers = { ["Authorization"] = "Bearer " .. args[2] }
  if mode == "create" then headers["Content-Type"] = "application/json" end
end

local body = '{"name":"压测 %s-%d-%d","level":"normal","industry":"software","city":"上海",' ..
  '"phone":"142 0000 0000","staff":120,"budget":"120000.00","discount":"0.0500","rating":"3.5",' ..
  '"since":"2026-03-02","met_at":"2026-03-02T01:30:00Z","remark":"关注交付周期和后续培训。"}'

function request()
  if mode == "one" then
    return wrk.format("GET", "/api/customer/" .. math.random(records), headers)
  elseif mode == "mine" then
    return wrk.format("GET", "/api/customer/" .. 200 * math.random(records / 200), headers)
  elseif mode == "page" then
    return wrk.format("GET", "/app/customer/" .. math.random(records), headers)
  elseif mode == "bare" then
    return wrk.format("GET", "/one/" .. math.random(records), headers)
  elseif mode == "create" then
    count = count + 1
    return wrk.format("POST", "/api/customer", headers, body:format(run, number, count))
  end
  return wrk.format("GET", nil, headers)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\nRESULT {"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"status":%d,"lost":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
