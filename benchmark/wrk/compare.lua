-- The requests of the comparison: wrk -s compare.lua URL -- KIND FOLDER VARIANT TARGET
-- FOLDER holds what Sample writes, a line each, and cursors-TARGET; the same VARIANT sends the same requests, another one makes other names.
local type_json = "application/scim+json"
local patch = '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}'
local bulk = '{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[%s]}'
-- So many requests later a member is taken away again: more than are in flight.
local lag = 64

function init(args)
  local kind, folder, variant, target = args[1], args[2], tonumber(args[3]), args[4]
  math.randomseed(variant)
  for _ = 1, 5 do math.random() end
  local count = 0
  wrk.headers["Content-Type"] = type_json

  local function lines(name)
    local all = {}
    for line in io.lines(folder .. "/" .. name) do all[#all + 1] = line end
    return all
  end
  local function any(all) return all[math.random(#all)] end
  wrk.headers["Authorization"] = "Bearer " .. lines("token")[1]

  local function newcomers()
    local user = lines("newcomer")[1]
    return function()
      count = count + 1
      return (user:gsub("@@", string.format("n%dx%07d", variant, count)))
    end
  end
  local function get(name, path)
    local all = lines(name)
    return function() return wrk.format("GET", path .. any(all)) end
  end
  local function find(name, attribute)
    return get(name, "/scim/v2/Users?filter=" .. attribute .. "%20eq%20")
  end

  local kinds = {
    read = function() return get("members", "/scim/v2/Users/") end,
    ["read-loner"] = function() return get("loners", "/scim/v2/Users/") end,
    ["find-userName"] = function() return find("userNames", "userName") end,
    ["find-externalId"] = function() return find("externalIds", "externalId") end,
    ["find-emails"] = function() return find("emails", "emails.value") end,
    page = function() return get("cursors-" .. target, "/scim/v2/Users?count=100&cursor=") end,
    create = function()
      local newcomer = newcomers()
      return function() return wrk.format("POST", "/scim/v2/Users", nil, newcomer()) end
    end,
    patch = function()
      local ids = lines("patched")
      return function()
        count = count + 1
        local operation = '{"op":"replace","path":"title","value":"Title ' .. variant .. "x" .. count .. '"}'
        return wrk.format("PATCH", "/scim/v2/Users/" .. any(ids), nil, patch:format(operation))
      end
    end,
    put = function()
      local ids, bodies = lines("put"), lines("put-bodies")
      return function()
        local i = math.random(#ids)
        return wrk.format("PUT", "/scim/v2/Users/" .. ids[i], nil, bodies[i])
      end
    end,
    member = function()
      local groups, ids, added = lines("groups"), lines("patched"), {}
      return function()
        count = count + 1
        if #added == lag then
          local one = table.remove(added, 1)
          local operation = '{"op":"remove","path":"members[value eq \\"' .. one.user .. '\\"]"}'
          return wrk.format("PATCH", "/scim/v2/Groups/" .. one.group, nil, patch:format(operation))
        end
        local one = { group = any(groups), user = any(ids) }
        added[#added + 1] = one
        local operation = '{"op":"add","path":"members","value":[{"value":"' .. one.user .. '"}]}'
        return wrk.format("PATCH", "/scim/v2/Groups/" .. one.group, nil, patch:format(operation))
      end
    end,
    bulk = function()
      local newcomer = newcomers()
      return function()
        local operations = {}
        for i = 1, 100 do
          operations[i] = '{"method":"POST","path":"/Users","bulkId":"b' .. i .. '","data":' .. newcomer() .. "}"
        end
        return wrk.format("POST", "/scim/v2/Bulk", nil, bulk:format(table.concat(operations, ",")))
      end
    end,
  }
  request = kinds[kind]()
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
