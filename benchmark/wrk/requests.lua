-- The requests of the HTTP benchmark: wrk -s requests.lua URL -- OPERATION FOLDER VARIANT
-- A URL with a path of its own has the endpoints there instead of below /scim/v2.
-- FOLDER holds ids, names, outsiders (a line each), groups (small, large), user.json and token; VARIANT makes names unique
-- and turns what is set back and forth.
local type_json = "application/scim+json"
local patch = '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}'
local bulk = '{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[%s]}'
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

local function lines(name)
  local all = {}
  for line in io.lines(name) do all[#all + 1] = line end
  return all
end

local function any(all) return all[math.random(#all)] end

function init(args)
  local operation, folder, variant = args[1], args[2], tonumber(args[3])
  math.randomseed(variant * 1000 + number)
  for _ = 1, 5 do math.random() end
  local count = 0
  local base = #wrk.path > 1 and wrk.path or "/scim/v2"
  local ids, names = lines(folder .. "/ids"), lines(folder .. "/names")
  local outsiders, groups = lines(folder .. "/outsiders"), lines(folder .. "/groups")
  local user = lines(folder .. "/user.json")[1]
  wrk.headers["Authorization"] = "Bearer " .. lines(folder .. "/token")[1]
  wrk.headers["Content-Type"] = type_json

  local function newcomer()
    count = count + 1
    return (user:gsub("@@", string.format("%dx%dx%07d", variant, number, count)))
  end
  -- Adds a member and takes the same away again.
  local function member(group)
    count = count + 1
    local id = outsiders[math.floor((count - 1) / 2) % #outsiders + 1]
    local operations = count % 2 == 1 and '{"op":"add","path":"members","value":[{"value":"' .. id .. '"}]}'
      or '{"op":"remove","path":"members[value eq \\"' .. id .. '\\"]"}'
    return wrk.format("PATCH", base .. "/Groups/" .. group, nil, patch:format(operations))
  end

  local operations = {
    read = function() return wrk.format("GET", base .. "/Users/" .. any(ids)) end,
    find = function()
      return wrk.format("GET", base .. "/Users?filter=userName%20eq%20%22" .. any(names):gsub("@", "%%40") .. "%22")
    end,
    create = function() return wrk.format("POST", base .. "/Users", nil, newcomer()) end,
    active = function()
      count = count + 1
      local operation = '{"op":"replace","path":"active","value":' .. tostring(variant % 2 == 0) .. '}'
      return wrk.format("PATCH", base .. "/Users/" .. ids[(count - 1) % #ids + 1], nil, patch:format(operation))
    end,
    ["member-10"] = function() return member(groups[1]) end,
    ["member-100000"] = function() return member(groups[2]) end,
    ["group-without"] = function()
      return wrk.format("GET", base .. "/Groups/" .. groups[2] .. "?excludedAttributes=members")
    end,
    ["group-with"] = function() return wrk.format("GET", base .. "/Groups/" .. groups[2]) end,
    bulk = function()
      local operations = {}
      for i = 1, 100 do
        operations[i] = '{"method":"POST","path":"/Users","bulkId":"b' .. i .. '","data":' .. newcomer() .. "}"
      end
      return wrk.format("POST", base .. "/Bulk", nil, bulk:format(table.concat(operations, ",")))
    end,
  }
  request = operations[operation]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
