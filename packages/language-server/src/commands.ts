/** The commands that the server executes. Prefixed, since an editor registers them in one space with everybody's. */
export const commands = {
  showPlace: 'hegao.server.showPlace',
  openRule: 'hegao.server.openRule',
  addToBaseline: 'hegao.server.addToBaseline',
  addTerm: 'hegao.server.addTerm',
  fixAll: 'hegao.server.fixAll',
  checkWorkspace: 'hegao.server.checkWorkspace',
} as const
