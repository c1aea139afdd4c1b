-- Fits the page of a timeline to a document: its title is the document's own, its marks stand in brackets, what leads
-- about the page is left out, and its entries are headings instead of the items of a list.
local function is_entries(div)
  return div.identifier == "timeline"
end

local function entries_of(block)
  if block.t ~= "OrderedList" then return {block} end
  local all = {}
  for _, item in ipairs(block.content) do
    for _, each in ipairs(item) do table.insert(all, each) end
  end
  return all
end

local function joined(paragraphs)
  local words = {}
  for _, paragraph in ipairs(paragraphs) do
    if #words > 0 then table.insert(words, pandoc.Str(" · ")) end
    for _, each in ipairs(paragraph.content) do table.insert(words, each) end
  end
  return pandoc.Para(words)
end

return {{
  Link = function(link)
    if link.classes:includes("skip") then return {} end
    if link.classes:includes("ref") then
      link.content = {pandoc.Str("[" .. pandoc.utils.stringify(link.content) .. "]")}
    end
    return link
  end,
  Header = function(header)
    if header.level == 1 then return {} end
    header.level = header.level - 1
    return header
  end,
  Div = function(div)
    if div.classes:includes("when") then return joined(div.content) end
    if not is_entries(div) then return nil end
    local all = {}
    for _, block in ipairs(div.content) do
      for _, each in ipairs(entries_of(block)) do table.insert(all, each) end
    end
    div.content = all
    return div
  end,
}}
