import { type Connection, type MessageType, ShowMessageNotification } from 'vscode-languageserver'

/**
 * Shows a message that expects no answer. (The connection's own `showErrorMessage` sends a request, which a client that
 * knows only the notification refuses.)
 */
export function tell(connection: Connection, type: MessageType, message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type, message })
}
