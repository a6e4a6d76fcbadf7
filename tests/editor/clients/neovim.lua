-- Neovim's own LSP client: diagnostics of a report, a hover, and a quick fix applied by Neovim.
-- Run: nvim --headless -u NONE -i NONE -n -c 'luafile neovim.lua'   with SERVER and DRAFT in the environment.
local function say(name, ok, detail)
  io.stdout:write((ok and 'ok ' or 'not ok ') .. name .. (detail and (' # ' .. detail) or '') .. '\n')
end
local ran, failure = pcall(function()
  vim.cmd('edit ' .. vim.env.DRAFT)
  vim.cmd('set filetype=markdown')
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({ name = 'hegao', cmd = { 'node', vim.env.SERVER, '--stdio' }, root_dir = vim.fn.getcwd() })
  vim.lsp.buf_attach_client(buffer, id)
  vim.wait(15000, function() return #vim.diagnostic.get(buffer) > 0 end, 20)
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    found[diagnostic.user_data.lsp.code] = diagnostic
  end
  say('diagnostics of a report', found['punctuation/doubled'] and found['figures/ratio'] and found['structure/missing-part'] ~= nil)
  local doubled = found['punctuation/doubled']
  local line = vim.api.nvim_buf_get_lines(buffer, doubled.lnum, doubled.lnum + 1, false)[1]
  say('the place is right in bytes', line:sub(doubled.col + 1, doubled.end_col) == '。。', line:sub(doubled.col + 1, doubled.end_col))

  local client = vim.lsp.get_client_by_id(id)
  vim.api.nvim_win_set_cursor(0, { doubled.lnum + 1, doubled.col })
  local hover = client.request_sync('textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding), 5000, buffer)
  say('a hover with the basis', hover.result ~= nil and hover.result.contents.value:find('依据', 1, true) ~= nil)

  vim.ui.select = function(items, _, choose) choose(items[1], 1) end
  vim.lsp.buf.code_action()
  vim.wait(5000, function() return not vim.api.nvim_buf_get_lines(buffer, doubled.lnum, doubled.lnum + 1, false)[1]:find('。。', 1, true) end, 20)
  local after = vim.api.nvim_buf_get_lines(buffer, doubled.lnum, doubled.lnum + 1, false)[1]
  say('a quick fix applied', after == line:gsub('。。', '。'), after)
  vim.wait(5000, function()
    for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
      if diagnostic.user_data.lsp.code == 'punctuation/doubled' then return false end
    end
    return true
  end, 20)
  local gone = true
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    if diagnostic.user_data.lsp.code == 'punctuation/doubled' then gone = false end
  end
  say('the finding is gone, the others stay', gone and #vim.diagnostic.get(buffer) > 1)
end)
if not ran then say('the script ran to its end', false, tostring(failure)) end
vim.cmd('qall!')
