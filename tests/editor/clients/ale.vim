" Vim with ALE: diagnostics of a report, and a quick fix applied by ALE.
" Run: vim -Nu NONE -es -i NONE -S ale.vim   with SERVER, DRAFT and RESULT (a file) in the environment.
set nocompatible nomore encoding=utf-8
set rtp^=/usr/share/vim-ale
filetype plugin on
let g:ale_linters_explicit = 1
let g:ale_disable_lsp = 0
let g:ale_linters = {'markdown': ['hegao']}
let g:lines = []

function! Say(name, ok, ...) abort
  call add(g:lines, (a:ok ? 'ok ' : 'not ok ') . a:name . (a:0 ? ' # ' . a:1 : ''))
endfunction

function! Found(code) abort
  return filter(copy(ale#engine#GetLoclist(bufnr(''))), {_, item -> get(item, 'code', '') ==# a:code})
endfunction

function! Until(holds, seconds) abort
  let l:turns = a:seconds * 50
  while l:turns > 0 && !a:holds()
    sleep 20m
    let l:turns -= 1
  endwhile
endfunction

function! Choose(data, items) abort
  let g:actions = a:items
  call ale#codefix#ApplyLSPCodeAction(a:data, a:items[0][1])
endfunction

runtime plugin/ale.vim
try
  call ale#linter#Define('markdown', {'name': 'hegao', 'lsp': 'stdio', 'executable': 'node', 'command': 'node ' . $SERVER . ' --stdio', 'project_root': {b -> getcwd()}, 'language': 'markdown'})
  execute 'edit ' . fnameescape($DRAFT)
  set filetype=markdown
  ALELint
  call Until({-> !empty(Found('punctuation/doubled'))}, 15)
  call Say('diagnostics of a report', !empty(Found('punctuation/doubled')) && !empty(Found('figures/ratio')) && !empty(Found('structure/missing-part')))
  let s:doubled = Found('punctuation/doubled')[0]
  let s:line = getline(s:doubled.lnum)
  " ALE takes LSP's columns as they are: they count characters, not bytes.
  call Say('the place is right', strcharpart(s:line, s:doubled.col - 1, 2) ==# '。。', strcharpart(s:line, s:doubled.col - 1, 2))
  call cursor(s:doubled.lnum, s:doubled.col)
  call ale#codefix#Execute(0, function('Choose'))
  call Until({-> getline(s:doubled.lnum) !~# '。。'}, 5)
  call Say('a quick fix applied', getline(s:doubled.lnum) ==# substitute(s:line, '。。', '。', ''), get(get(get(g:, 'actions', []), 0, ['', {}])[1], 'title', 'no action'))
  ALELint
  call Until({-> empty(Found('punctuation/doubled'))}, 5)
  call Say('the finding is gone, the others stay', empty(Found('punctuation/doubled')) && !empty(Found('figures/ratio')))
catch
  call Say('the script ran to its end', 0, v:exception . ' at ' . v:throwpoint)
endtry
call writefile(g:lines, $RESULT)
qall!
